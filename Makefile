.POSIX:
# make demo builds Proviso and checks the sample drafts. It needs a Swift toolchain; the system's libraries are installed
# when they are missing.

.PHONY: demo build test nightly lint format libraries

demo: build
	@echo 'proviso check Policies/drafts'
	@CLICOLOR_FORCE=1 .build/release/proviso check Policies/drafts || case $$? in 1|3) ;; *) false ;; esac

# The Swift runtime goes into the program: it starts sooner, and runs where no Swift is installed.
build: libraries
	swift build -c release --product proviso --static-swift-stdlib

# Optimised, since the tests compile and judge by all packs many times over.
test: libraries
	swift test -Xswiftc -O

# More than a hundred thousand generated packs, facts and texts, judged by the plan and by the interpreter.
nightly: libraries
	PROVISO_NIGHTLY=1 swift test -Xswiftc -O --filter GeneratedAgreementTests

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format format --in-place --recursive Sources Tests Package.swift

libraries:
	@pkg-config --exists yaml-0.1 libhs || { \
	  sudo=$$(test "$$(id -u)" = 0 || echo sudo); \
	  $$sudo apt-get update && $$sudo apt-get install --yes libyaml-dev libvectorscan-dev pkg-config; \
	}
