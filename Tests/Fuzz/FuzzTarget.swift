/// What libFuzzer calls with each input; a broken promise is a crash for it.
@_cdecl("LLVMFuzzerTestOneInput")
public func askPromises(of start: UnsafePointer<UInt8>?, count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    let broken = DocumentPromises.broken(by: bytes) + CodecPromises.broken(by: bytes)
    guard broken.isEmpty else { fatalError(broken.joined(separator: "\n")) }
    return 0
}
