import EtudeTestSupport
import Foundation
import Testing

/// The report as text, Markdown and HTML, the last in a real browser.
@Suite struct ReportTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.makeDesk()
    }

    /// Practises, so that there is something to report.
    func practise() throws {
        let result = try scratch.etude([
            "practice", "--desk", scratch.desk, "--memory", scratch.top, "--attempts", "12",
        ])
        #expect(result.status == 0)
    }

    func html(_ arguments: String...) throws -> String {
        let file = scratch.folder + "/report.html"
        let result = try scratch.etude(
            ["report", "--html", file, "--memory", scratch.top] + arguments)
        #expect(result.status == 0, "\(result.errors)")
        return try String(contentsOfFile: file, encoding: .utf8)
    }

    @Test func everyFigureNamesItsCommandAndRevision() throws {
        try practise()
        let file = scratch.folder + "/report.md"
        #expect(try scratch.etude("report", "--markdown", file).status == 0)
        let markdown = try String(contentsOfFile: file, encoding: .utf8)
        let revision = try scratch.git("rev-parse", "HEAD").prefix(7)
        let sections = markdown.components(separatedBy: "\n## ").dropFirst()
        let titles = [
            "Learning curve of apprentice", "Competency of apprentice at", "What it forgot",
            "Strategies by effect", "The gate",
        ]
        for title in titles { #expect(sections.contains { $0.hasPrefix(title) }, "\(title)") }
        for section in sections { #expect(section.contains(", at \(revision)*")) }
        let text = try scratch.etude("report")
        #expect(text.status == 0)
        for title in titles { #expect(text.output.contains(title)) }
        #expect(text.output.contains("with memory"))
    }

    @Test func figuresAreThoseOfTheMemory() throws {
        try practise()
        let result = try scratch.etude("report", "--json")
        let report = try #require(
            JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(report["traces"] as? Int == 12)
        let curves = try #require(report["curves"] as? [[String: Any]])
        #expect(curves.map { $0["attempts"] as? Int } == [12])
        let points = try #require(curves.first?["points"] as? [[String: Double]])
        let traces = try scratch.git("log", "--format=%s", "refs/etude/traces/apprentice")
            .split(separator: "\n").filter { $0.hasPrefix("trace(") }
        let right = traces.count { $0.hasSuffix(": success") }
        #expect(points.last?["right"] == Double(right) / 12)
        let gate = try #require(report["gate"] as? [String: Any])
        let learned = try scratch.git("log", "--format=%s").split(separator: "\n")
            .count { $0.hasPrefix("learn(") }
        #expect(gate["accepted"] as? Int == learned)
        let stages = try #require(report["stages"] as? [String: Any])
        let rows = try #require(stages["rows"] as? [[String: Any]])
        #expect(rows.compactMap { $0["questions"] as? Int }.reduce(0, +) == 12)
        let asked = try scratch.etude("report", "--json", "--desk", scratch.desk)
        #expect(asked.output.contains("held-out requests"))
    }

    @Test func aMemoryWithoutTracesSaysSo() throws {
        try scratch.initialize()
        let text = try scratch.etude("report")
        #expect(text.status == 0)
        #expect(text.output.contains("Strategies in use: 0. Traces: 0."))
        #expect(text.output.contains("Strategies let in: 0."))
        #expect(try html().contains("<h2>The gate</h2>"))
    }

    @Test func everyChartHasTextAndNothingComesFromElsewhere() throws {
        try practise()
        let page = try html()
        let charts = page.components(separatedBy: "<svg ").dropFirst()
        #expect(charts.count >= 4)
        for chart in charts {
            #expect(chart.contains("role=\"img\" aria-label=\""))
            #expect(chart.contains("<title>"))
        }
        #expect(page.components(separatedBy: "<details>").count == charts.count + 1)
        for word in ["<script", "http:", "https:", "url(", "@import"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("prefers-color-scheme: dark"))
    }

    @Test func whatAStrategySaysCannotBecomeMarkup() throws {
        try scratch.initialize()
        try scratch.write(
            """
            ---
            id: "aaaaaaaaaa"
            title: "<script>alert(1)</script> & \\"quotes\\""
            skill: support/refunds
            status: active
            when: a refund is wanted
            cues: [refund]
            do: answer `x`
            because: it is so
            ---

            """, to: "strategies/support/refunds/x-aaaaaaaaaa.md")
        try scratch.commitByHand()
        let page = try html()
        #expect(!page.contains("<script"))
        let file = scratch.folder + "/report.md"
        #expect(try scratch.etude("report", "--markdown", file).status == 0)
        let markdown = try String(contentsOfFile: file, encoding: .utf8)
        #expect(markdown.contains("\\<script\\>alert(1)"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;"))
    }

    @Test(
        .enabled(if: Browser.file != nil, "skipped: no Chromium"), arguments: [360, 1280],
        ["light", "dark"])
    func aBrowserShowsItWithoutOverflow(width: Int, scheme: String) throws {
        try practise()
        let seen = try Browser.look(
            at: try html(), width: width, scheme: scheme, in: scratch.folder)
        #expect(seen["errors"] as? [String] == [])
        #expect(seen["excess"] as? Int == 0)
        #expect(seen["overflowing"] as? [String] == [])
        #expect(seen["charts"] as? Int ?? 0 >= 4)
        #expect(seen["silent"] as? Int == 0)
        #expect(seen["contrast"] as? Double ?? 0 >= 4.5)
        #expect(seen["dark"] as? Bool == (scheme == "dark"))
    }
}

/// Headless Chromium.
private enum Browser {
    static let file = ["chromium", "chromium-browser", "google-chrome"].lazy
        .map { "/usr/bin/" + $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// What a person would see of a page in a window of this width.
    static func look(
        at page: String, width: Int, scheme: String, in folder: String
    ) throws -> [String: Any] {
        let escaped = page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        let frame = """
            <!doctype html><meta charset="utf-8"><title>frame</title>
            <iframe style="width:\(width)px;height:900px;border:0" srcdoc="\(escaped)"></iframe>
            <pre id="seen"></pre>
            <script>\(probe)</script>
            """
        let file = folder + "/frame.html"
        try Data(frame.utf8).write(to: URL(fileURLWithPath: file))
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.file))
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--user-data-dir=\(folder)/browser-\(width)-\(scheme)", "--window-size=1400,1000",
            "--blink-settings=preferredColorScheme=\(scheme == "dark" ? 0 : 1)",
            "--virtual-time-budget=5000", "--dump-dom", "file://\(file)",
        ]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let start = try #require(
            dom.range(of: "<pre id=\"seen\">")?.upperBound, "\(dom.suffix(500))")
        let text = dom[start...].prefix { $0 != "<" }
        let seen = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(seen as? [String: Any])
    }

    /// Opens every table, and measures.
    private static let probe = """
        const errors = [];
        const frame = document.querySelector("iframe");
        window.addEventListener("error", e => errors.push(e.message));
        frame.addEventListener("load", () => {
          const page = frame.contentDocument;
          frame.contentWindow.addEventListener("error", e => errors.push(e.message));
          for (const details of page.querySelectorAll("details")) details.open = true;
          const root = page.documentElement;
          const hidden = e => e.closest(".table") !== null || e.closest("svg") !== null && e.tagName !== "svg";
          const overflowing = [...page.body.querySelectorAll("*")]
            .filter(e => !hidden(e) && e.getBoundingClientRect().right > root.clientWidth + 1)
            .map(e => e.tagName);
          const charts = [...page.querySelectorAll("svg")];
          const silent = charts.filter(c => !c.getAttribute("aria-label") || !c.querySelector("title"));
          const light = color => color.match(/[0-9.]+/g).slice(0, 3).map(v => v / 255)
            .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
          const style = page.defaultView.getComputedStyle(page.body);
          const [ink, paper] = [light(style.color), light(style.backgroundColor)];
          document.getElementById("seen").textContent = JSON.stringify({
            errors, overflowing, excess: root.scrollWidth - root.clientWidth,
            charts: charts.length, silent: silent.length,
            contrast: (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05), dark: paper < ink,
          });
        });
        """
}
