# etude: build, test, try and install. `make demo` and `make test` do all the set-up there is.

PREFIX ?= /usr/local
MEMORY ?=
RUNS   ?= 1000000
BUILD  := .build/release
FLAGS  := -c release --static-swift-stdlib -Xlinker -s

.PHONY: demo test build install lint format benchmark torture fuzz sanitize setup clean

demo: build
	@memory="$(MEMORY)"; [ -n "$$memory" ] || memory=$$(mktemp -d)/memory; $(BUILD)/etude demo --memory "$$memory"

test:
	@sh .ci/setup test
	swift test

build: setup
	swift build $(FLAGS) --product etude

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BUILD)/etude "$(DESTDIR)$(PREFIX)/bin/etude"

benchmark: build
	swift build $(FLAGS) --product etude-benchmark
	$(BUILD)/etude-benchmark

# Failing calls, full disks, kills, damage and storms, in full: half an hour and more.
torture:
	@sh .ci/setup torture
	swift build $(FLAGS) --product etude
	swift build $(FLAGS) --product etude-torture
	$(BUILD)/etude-torture all

# Any bytes as the files of a memory. What is found lands in .build-fuzz; the corpus stays as it is.
fuzz: setup
	ETUDE_FUZZ=1 swift build -c release --product etude-fuzz --scratch-path .build-fuzz \
	    --sanitize=fuzzer --sanitize=address -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing
	mkdir -p .build-fuzz/corpus
	SWIFT_BACKTRACE=enable=no .build-fuzz/release/etude-fuzz -runs=$(RUNS) -timeout=10 -print_final_stats=1 \
	    -dict=Tests/Fuzz/words.dict -artifact_prefix=.build-fuzz/ .build-fuzz/corpus Tests/Fuzz/Corpus

# The tests under the thread sanitizer, then under the address sanitizer; a few at a time, where the
# toolchain can, so that what is slow here does not wait for its turn until its time is up.
sanitize: setup
	TSAN_OPTIONS="suppressions=$(CURDIR)/Tests/Sanitizers/thread.txt" \
	    swift test $(FEW) --sanitize=thread --scratch-path .build-thread
	LSAN_OPTIONS="suppressions=$(CURDIR)/Tests/Sanitizers/leaks.txt:print_suppressions=0" \
	    swift test $(FEW) --sanitize=address --scratch-path .build-address

WIDTH = --experimental-maximum-parallelization-width
FEW   = $(shell swift test --help-hidden | grep -q -e '$(WIDTH)' && echo $(WIDTH) 4)

lint:
	swift format lint --strict -r Sources Tests Package.swift

format:
	swift format -i -r Sources Tests Package.swift

setup:
	@sh .ci/setup

clean:
	rm -rf .build .build-fuzz .build-thread .build-address
