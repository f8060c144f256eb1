import Foundation

/// Whether the derived file that answers recalls is whole.
struct RecallIndexCheck: HealthCheck {
    let subject = "recall index"

    func observations(in patient: Patient) -> [Observation] {
        let cache = RecallCache(location: patient.location)
        let drafts = cache.drafts
        guard !cache.isDamaged, drafts.isEmpty else {
            return [
                .curable(
                    cache.isDamaged ? "it is damaged" : "\(drafts.count) were left half made",
                    effect: "it is deleted, and the next recall makes it anew"
                ) { () throws(Failure) in
                    try cache.clean()
                    return "it was deleted; the next recall makes it anew"
                }
            ]
        }
        guard let index = cache.load() else {
            return [.sound("none yet; the next recall writes it")]
        }
        return [
            .sound(
                cache.isCurrent(index) ? "current" : "behind; the next recall brings it up to date")
        ]
    }
}
