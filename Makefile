# From a clean Debian 12 with a Swift toolchain to a finished deck: make deck

DECK := amia
OUTPUT := Output/$(DECK)
LAMINA := .build/release/lamina

# What the package links against, as Debian names it and as pkg-config does. Asking pkg-config first
# keeps the check at a few milliseconds and lets other distributions through.
BUILD_PACKAGES := pkg-config libcairo2-dev libpango1.0-dev libsqlite3-dev libyaml-dev libqpdf-dev \
	libisal-dev libdeflate-dev nettle-dev libzip-dev libexpat1-dev libgmime-3.0-dev libgumbo-dev \
	libkainjow-mustache-dev librsvg2-dev libturbojpeg0-dev
BUILD_MODULES := cairo-pdf pangocairo pangoft2 fontconfig sqlite3 yaml-0.1 libqpdf libisal libdeflate nettle libzip \
	expat gmime-3.0 gumbo librsvg-2.0 libturbojpeg
# A header alone, which pkg-config does not know: a tool that nobody has stands for it while it is missing.
MISSING_HEADERS := $(if $(wildcard /usr/include/kainjow/mustache.hpp \
	/usr/local/include/kainjow/mustache.hpp),,kainjow-mustache)
# What the tests and the checks of a finished PDF run.
TEST_PACKAGES := qpdf poppler-utils python3 librsvg2-bin mpack ripmime msmtp
TEST_TOOLS := qpdf pdftotext pdffonts python3 rsvg-convert munpack ripmime msmtp

# What the tests of clusters and cron run, which most machines need not have.
CLUSTER_PACKAGES := slurm-wlm munge parallel procps cron util-linux python3
CLUSTER_TOOLS := slurmctld slurmd sbatch munged parallel pgrep cron unshare flock python3
# How long each fuzzer runs.
SECONDS := 300

# The rooms whose files hold no Foundation, so that a picture cannot depend on a locale or a clock.
PURE_ROOMS := Diagnostics JSON Graphics Layout Scales Charts Maps Tables Imports Deck

.DEFAULT_GOAL := help
.PHONY: help deck gallery release test test-cluster fuzz sheet lint record packages clean toolchain build-packages \
	test-packages

help: ## list the targets
	@sed -n 's/^\([a-z-]*\): [^#]*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 22

# lld, since the other linkers complain of symbols in Swift's own static libraries.
release: toolchain build-packages ## build lamina as users run it: .build/release/lamina
	@swift build -c release --product lamina --static-swift-stdlib -Xswiftc -use-ld=lld

deck: release ## build lamina and render the AMIA deck into Output/amia
	@$(LAMINA) render Decks/$(DECK) -o $(OUTPUT)

# The README of the gallery shows its pages 800 pixels wide; a test compares them.
gallery: release ## render the gallery of charts, and the pictures of its README
	@$(LAMINA) render Decks/gallery -o Output/gallery
	@$(LAMINA) render Decks/gallery -o Output/gallery/readme --format png --width 800 --quiet
	@mkdir -p Decks/gallery/pictures
	@cp Output/gallery/readme/png/*.png Decks/gallery/pictures/

test: toolchain test-packages ## build everything and run all tests
	@swift build
	@swift test --disable-xctest

test-cluster: release ## batches on a real Slurm of four nodes, by GNU parallel, and by a real cron daemon; wants root
	$(call install,,$(CLUSTER_TOOLS),$(CLUSTER_PACKAGES))
	@Tests/Cluster/slurm.sh $(LAMINA)
	@Tests/Cluster/cron.sh $(LAMINA)

fuzz: toolchain build-packages ## look for input that makes the readers trap: make fuzz SECONDS=300
	@Tests/Fuzz/run.sh $(SECONDS)

sheet: ## put all pages of the rendered deck on one picture
	$(call install,,montage,imagemagick)
	@ls $(OUTPUT)/png/*.png >/dev/null 2>&1 || { echo 'No pages yet: run make deck.' >&2; exit 1; }
	@montage $(OUTPUT)/png/*.png -tile 4x -geometry 480x+12+12 -background '#CBD3DC' \
		-define png:exclude-chunks=date,time $(OUTPUT)/sheet.png
	@echo $(OUTPUT)/sheet.png

lint: toolchain ## check the format and the rules of the house
	@swift format lint --strict --recursive Sources Tests Package.swift
	@! grep -rnE --include='*.swift' '^[^/]*import +([a-z]+ +)?Foundation' \
		$(wildcard $(PURE_ROOMS:%=Sources/%)) || \
		{ echo 'Foundation stays out of the pure rooms.' >&2; exit 1; }
	@! grep -rnE --exclude-dir=.build --include='*.swift' '\btry!|\b(TODO|FIXME)\b' Sources Tests || \
		{ echo 'Neither try! nor TODO: handle the error, do the work or open an issue.' >&2; exit 1; }

record: toolchain test-packages ## accept what the tests draw as the new references
	@RECORD=1 swift test --disable-xctest

packages: build-packages test-packages ## install the Debian packages that are missing

clean: ## remove everything that was built or rendered
	@rm -rf .build
	@find Output -mindepth 1 ! -name .gitkeep -delete

toolchain:
	@command -v swift >/dev/null || { echo 'Swift 6.3 is needed: see' \
		'https://www.swift.org/install/linux/debian/12/' >&2; exit 1; }

build-packages:
	$(call install,$(BUILD_MODULES),$(MISSING_HEADERS),$(BUILD_PACKAGES))

test-packages: build-packages
	$(call install,,$(TEST_TOOLS),$(TEST_PACKAGES))
	$(call install,,$(if $(shell /usr/bin/python3 -c 'import pikepdf, aiosmtpd' 2>&1),pikepdf),\
		python3-pikepdf python3-aiosmtpd)

# $(call install,MODULES,TOOLS,PACKAGES): does nothing when pkg-config knows all modules and the shell
# all tools; else installs those of the Debian packages that are missing, or says which they are.
define install
@found=yes; \
[ -z '$(1)' ] || pkg-config --exists $(1) 2>/dev/null || found=; \
for tool in $(2); do command -v $$tool >/dev/null || found=; done; \
[ -z "$$found" ] || exit 0; \
missing=; \
for package in $(3); do \
	[ "$$(dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || \
		missing="$$missing $$package"; \
done; \
[ -n "$$missing" ] || exit 0; \
if ! command -v apt-get >/dev/null; then \
	echo "Please install what these Debian packages hold:$$missing" >&2; exit 1; \
elif [ "$$(id -u)" = 0 ]; then root=; \
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then root=sudo; \
else echo "Please run as root: apt-get install --no-install-recommends$$missing" >&2; exit 1; \
fi; \
echo "Installing$$missing"; \
{ $$root apt-get update -qq && $$root env DEBIAN_FRONTEND=noninteractive apt-get \
	-o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends $$missing >/dev/null; } || \
	{ echo "apt-get could not install$$missing" >&2; exit 1; }
endef
