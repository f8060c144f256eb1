/// Files as people and programs write them.
enum Fixtures {
    static let all = [strategy, charter, vault, wrapped, windows, bare, commented]

    static let strategy = """
        ---
        id: 4kq7w2mx9d
        title: A question about where money came from is not an identity check
        skill: support/intent
        status: active                 # proposed | active | retired
        when: the customer asks where the money must come from
        cues: [fund, source of funds]
        do: answer `verify_source_of_funds`
        instead-of: answer `verify_my_identity`
        created: 2026-11-22T10:04:05Z
        trace: 9f31c2ab77              # the trace that taught it
        ---

        ## Evidence

        - Task: "why do you need to know where my fund is from"

        ## Replay

        Fixed 4, broke 0 of 212 stored attempts at 1c9e0d2.

        """

    static let charter = """
        ---
        # what may be learned
        etude: 1
        allow:
        - support/**
        - "maths/*"   # quoted
        deny: []
        threshold: 0.70
        review: none
        ---
        """

    static let vault = """
        ---
        aliases: ["[[Other note]]", 'it''s']
        tags:
          - one

          # between
          - two # after
        cssclasses:
        published: true
        ---
        Text with \u{1B} and\ttabs.
        """

    static let wrapped = """
        ---
        description:
          A sentence that a formatter has wrapped
          over two lines
        list:
          [
            one,
            two,
          ]
        note: >-
          folded
          text

          # no comment
        code: |  # literal
            indented
              deeper

        quoted: "over \\
          lines"
        ---

        """

    static let windows = "---\r\na: b\r\nc:\r\n  - d\r\n---\r\n\r\nText\r\n"

    static let bare = "---\n---\n"

    static let commented = "---\n\n  # only a comment\n\n---\nno newline at the end"
}
