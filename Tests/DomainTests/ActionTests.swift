import EtudeDomain
import Testing

@Suite struct ActionTests {
    @Test(arguments: [
        ("answer `Verify_Source`", "verify_source"), ("answer `a  b`", "a b"),
        ("Wait  a\tday", "wait a day"),
        ("`a` then `b`", "a"), ("a ` alone", "a ` alone"), ("` a `", "a"), ("日本", "日本"),
    ])
    func theNameStandsBetweenBackticksOrIsAll(text: String, name: String) throws {
        let action = try #require(Action(text))
        #expect(action.name == name)
        #expect(action.text == text)
    }

    @Test(arguments: ["", " \n", "``", "answer ` `"])
    func anActionHasAName(text: String) {
        #expect(Action(text) == nil)
    }

    @Test func allNamesAreKnown() throws {
        #expect(try #require(Action("`A` or `B c`")).namedActions == ["a", "b c"])
        #expect(try #require(Action("none named")).namedActions == [])
    }

    @Test func answersAreComparedByName() throws {
        let action = try #require(Action("answer `Card Lost`"))
        #expect(action.isTaken(by: " card  LOST\n"))
        #expect(!action.isTaken(by: "card lost?"))
    }
}

@Suite struct SituationTests {
    @Test(arguments: [(nil, true), ("a", true), ("A ", true), ("c", false)])
    func adviceSuitsTheChoiceAtHand(leaning: String?, suits: Bool) throws {
        let situation = Situation(
            terms: Terms(of: "x"), leaning: leaning)
        #expect(situation.leavesRoom(for: try Sample.lesson(cues: ["x"])) == suits)
    }

    @Test func aLessonThatRulesNothingOutSuitsAnyLeaning() throws {
        let lesson = try Sample.lesson(cues: ["x"], insteadOf: nil)
        #expect(Situation(terms: Terms(of: "x"), leaning: "c").leavesRoom(for: lesson))
    }
}

@Suite struct LessonTests {
    @Test(arguments: [
        (["fund"], "my funds", "a", true), (["card", "fund"], "my funds", "a", true),
        (["card"], "my funds", "a", false), ([String](), "my funds", "a", false),
        (["fund"], "my funds", "c", false),
    ])
    func itFiresWhereACueOccursAndTheChoiceSuits(
        cues: [String], task: String, leaning: String, fires: Bool
    ) throws {
        let situation = Situation(terms: Terms(of: task), leaning: leaning)
        #expect(try Sample.lesson(cues: cues).fires(in: situation) == fires)
    }

    @Test func theLongestCueIsFound() throws {
        let lesson = try Sample.lesson(cues: ["fund", "source of funds", "of funds", "card"])
        #expect(lesson.longestCue(in: Terms(of: "the source of funds"))?.text == "source of funds")
        #expect(lesson.longestCue(in: Terms(of: "nothing of it")) == nil)
    }

    @Test(arguments: [
        (["a1"], ["a1"], 1.0), (["funds", "card"], ["fund"], 0.5), ([String](), [String](), 0.0),
        (["a1"], [String](), 0.0), (["card", "Cards"], ["card"], 1.0),
        (["a1", "b1", "c1"], ["b1", "c1", "d1"], 0.5),
    ])
    func overlapIsOfCuesAsTheyAreCompared(first: [String], second: [String], overlap: Double) throws
    {
        let (left, right) = (try Sample.lesson(cues: first), try Sample.lesson(cues: second))
        #expect(left.cueOverlap(with: right) == overlap)
        #expect(right.cueOverlap(with: left) == overlap)
    }
}
