/// English function words and empty verbs, which say nothing about a matter by themselves.
public enum StopWords {
    /// Whether `stem`, as ``Terms`` writes it, is one of them.
    public static func contains(_ stem: String) -> Bool { stems.contains(stem) }

    private static let stems = Set(
        """
        a about above after again against all already also am an and any are aren't as at be \
        because been before being below between both but by can can't cannot could couldn't did \
        didn't do does doesn't doing don don't down during each even few for from further get go \
        going got had hadn't has hasn't have haven't having he help her here hers herself him \
        himself his how i i'd i'll i'm i've if im in into is isn't it it's its itself ive just \
        know let like make may me might more most must my myself need no nor not now of off on \
        once one only or other our ours ourselves out over own please same see shall she should \
        shouldn't so some still such take tell than that that's the their theirs them themselves \
        then there there's these they think this those through to too try under until up use \
        used using very want was wasn't we were weren't what what's when where which while who \
        whom why will with won't would wouldn't you you're your yours yourself yourselves
        """.split(separator: " ").map { Terms.stem(String($0)) })
}
