@testable import EtudeRuntime
import Foundation
import Testing

@Suite struct DeadlineTests {
    @Test func whatIsReadyInTimeIsReturned() async {
        #expect(await answer(within: .seconds(600)) { 7 } == 7)
    }

    @Test func bodiesThatHangHoldNobodyUp() async throws {
        let pipe = Pipe()
        let input = pipe.fileHandleForReading
        for _ in 0..<16 {
            let hanging = await answer(within: .milliseconds(1)) { input.availableData.count }
            #expect(hanging == nil)
        }
        #expect(await answer(within: .seconds(600)) { 7 } == 7)
        try pipe.fileHandleForWriting.close()
    }
}
