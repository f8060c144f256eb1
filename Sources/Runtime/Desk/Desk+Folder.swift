import EtudeDomain
import Foundation

extension Desk {
    /// The largest file of a desk, in bytes.
    static let fileLimit = 256 << 20

    /// Reads a desk from a folder with `train.csv` and `test.csv` (columns `text,category`) and
    /// `skills.csv` (columns `label,skill`).
    public init(folder: String) throws(Failure) {
        let skills = try Self.skills(in: folder)
        self.init(
            practice: try Self.items(in: folder, "train.csv", skills: skills),
            heldOut: try Self.items(in: folder, "test.csv", skills: skills), skills: skills)
        guard !practice.isEmpty else {
            throw Failure(
                "'\(folder)/train.csv' has no request whose category is in skills.csv",
                hint: "skills.csv has to name each category in its column 'label'")
        }
        guard !heldOut.isEmpty else {
            throw Failure("'\(folder)/test.csv' holds no request that train.csv does not hold too")
        }
    }

    private static func items(
        in folder: String, _ name: String, skills: [String: SkillPath]
    ) throws(Failure) -> [Item] {
        let rows = try rows(in: folder, name, columns: ["text", "category"])
        return rows.compactMap { row in
            let text = row.values[0].trimmingWhitespace
            guard skills[row.values[1]] != nil, !text.isEmpty else { return nil }
            return Item(text: text, intent: row.values[1])
        }
    }

    private static func skills(in folder: String) throws(Failure) -> [String: SkillPath] {
        var skills: [String: SkillPath] = [:]
        for row in try rows(in: folder, "skills.csv", columns: ["label", "skill"]) {
            guard let skill = SkillPath(row.values[1]) else {
                throw Failure(
                    "'\(row.values[1])' cannot be a skill",
                    at: Failure.Spot(path: "\(folder)/skills.csv", line: row.line),
                    hint: "a skill is lower-case words joined by slashes, such as 'support/refunds'"
                )
            }
            guard skills.updateValue(skill, forKey: row.values[0]) ?? skill == skill else {
                throw Failure(
                    "the label '\(row.values[0])' has two skills",
                    at: Failure.Spot(path: "\(folder)/skills.csv", line: row.line),
                    hint: "leave one row of it")
            }
        }
        guard !skills.isEmpty else { throw Failure("'\(folder)/skills.csv' names no skill") }
        return skills
    }

    private static func rows(
        in folder: String, _ name: String, columns: [String]
    ) throws(Failure) -> [(line: Int, values: [String])] {
        let path = "\(folder)/\(name)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(
                "there is no file '\(path)'",
                hint:
                    "a desk is a folder with train.csv, test.csv (text,category) and skills.csv (label,skill)"
            )
        }
        guard data.count <= fileLimit else { throw Failure("'\(path)' is larger than 256 MB") }
        do throws(CSVTable.Problem) {
            let table = try CSVTable([UInt8](data))
            var places: [Int] = []
            for column in columns { places.append(try table.column(column)) }
            return table.rows.map { row in (row.line, places.map { row.fields[$0] }) }
        } catch {
            throw Failure(
                error.message, at: Failure.Spot(path: path, line: error.line),
                hint: "mend that line; 'etude practice --help' says what the files hold")
        }
    }
}
