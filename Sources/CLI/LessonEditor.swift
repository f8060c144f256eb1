import EtudeRuntime
import Foundation

/// Lets a person write a lesson in their editor.
struct LessonEditor {
    let starting: LessonRequest?

    /// Opens the editor on a form, and reads what it says afterwards.
    ///
    /// A form that cannot be read is kept, and so is one whose editor failed.
    func run() throws -> LessonRequest {
        let file = FileManager.default.temporaryDirectory.appending(
            component: "etude-lesson-\(UUID().uuidString).md")
        try Data(LessonForm(starting).text.utf8).write(to: file)
        do {
            try open(file)
            let request = try LessonForm.request(in: String(contentsOf: file, encoding: .utf8))
            try? FileManager.default.removeItem(at: file)
            return request
        } catch {
            Console.talk("The form is kept as \(file.path).")
            throw error
        }
    }

    private func open(_ file: URL) throws {
        let editor =
            ["VISUAL", "EDITOR"].compactMap(Environment.variable).first { !$0.isEmpty } ?? "vi"
        // Only `system` gives the editor the terminal, and waits as a shell does.
        let path = file.path.replacing("'", with: "'\\''")
        let status = unsafe system("\(editor) '\(path)'")
        guard status == 0 else {
            throw Failure(
                "the editor '\(editor)' ended with \(status >> 8), so nothing was learned",
                hint: "set EDITOR to the editor you want")
        }
    }
}
