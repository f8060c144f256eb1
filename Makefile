# etude: build, test, try and install. `make demo` and `make test` do all the set-up there is.

PREFIX ?= /usr/local
MEMORY ?=
BUILD  := .build/release
FLAGS  := -c release --static-swift-stdlib -Xlinker -s

.PHONY: demo test build install lint format benchmark sweep torture setup clean

demo: build
	@memory="$(MEMORY)"; [ -n "$$memory" ] || memory=$$(mktemp -d)/memory; $(BUILD)/etude demo --memory "$$memory"

test: setup
	swift test

build: setup
	swift build $(FLAGS) --product etude

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BUILD)/etude "$(DESTDIR)$(PREFIX)/bin/etude"

benchmark: build
	swift build $(FLAGS) --product etude-benchmark
	$(BUILD)/etude-benchmark

# Every skill of a desk, five seeds each: make sweep DESK=folder
sweep: build
	@[ -n "$(DESK)" ] || { echo "error: name a desk: make sweep DESK=folder" >&2; exit 1; }
	swift build $(FLAGS) --product etude-benchmark
	$(BUILD)/etude-benchmark sweep "$(DESK)"

# Failing calls, full disks, kills and storms, in full: 10 to 30 minutes.
torture:
	@sh .ci/setup torture
	swift build $(FLAGS) --product etude
	swift build $(FLAGS) --product etude-torture
	$(BUILD)/etude-torture all

lint:
	swift format lint --strict -r Sources Tests Package.swift

format:
	swift format -i -r Sources Tests Package.swift

setup:
	@sh .ci/setup

clean:
	rm -rf .build
