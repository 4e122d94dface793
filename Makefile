# Records in, PDF out.  "make help" lists the targets.

PROG    = kengesh
VERSION = 0.1.0

PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man

# The build: MODE is release, asan, cov, growth or fuzz; each has a folder of its
# own.
MODE ?= release
OUT   = build/$(MODE)

MODE_release = -O2 -g $(HARDEN)
MODE_asan    = -O1 -g -fsanitize=address,undefined \
	-fno-sanitize-recover=all -DARENA_CHECK
MODE_cov     = -O0 -g --coverage
MODE_growth  = -O2 -g -DARENA_CHECK
MODE_fuzz    = -O2 -g -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-coverage=trace-cmp -fno-sanitize-recover=all \
	-DARENA_POISON

# Against what gets past all checks.  Indirect branches are guarded where the
# compiler can, and the linker's part is that of ELF.
HARDEN = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE $(CF)
CF    := $(shell $(CC) -fcf-protection -E -x c /dev/null >/dev/null 2>&1 && \
	echo -fcf-protection)
LINK_release = -pie -Wl,-z,relro,-z,now

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wvla
# HarfBuzz is the one library whose headers lie deeper; others are found as
# they are, and libharu has no pkg-config file.
HARFBUZZ := $(shell pkg-config --cflags harfbuzz-subset 2>/dev/null)
DEFS  = -D_XOPEN_SOURCE=700 -DVERSION='"$(VERSION)"' $(HARFBUZZ)
FLAGS = -std=c11 $(WARN) $(DEFS) -Isrc $(MODE_$(MODE)) $(CFLAGS)
LIBS  = -lyaml -lcmark -lhpdf -ldeflate -lharfbuzz-subset -lharfbuzz -lutf8proc \
	-ljansson -lm

SRC       = $(sort $(wildcard src/*/*.c))
TEMPLATES = $(sort $(wildcard templates/*/*.md))
OBJ   = $(SRC:%.c=$(OUT)/%.o) $(OUT)/src/font/faces.o \
	$(OUT)/src/pdf/profile.o $(OUT)/src/msg/catalogs.o $(OUT)/templates.o
LIB   = $(OUT)/lib$(PROG).a
UNIT  = $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(sort $(wildcard tests/unit/*.c)))
FUZZ  = $(patsubst tests/fuzz/%.c,$(OUT)/fuzz/%,$(sort $(wildcard tests/fuzz/*.c)))
TOOLS = $(patsubst tests/tools/%.c,$(OUT)/tools/%,$(sort $(wildcard tests/tools/*.c)))
MAN   = $(wildcard src/*/*.[1-9])
TIDY  = $(wildcard src/*/*.[ch]) $(wildcard tests/*/*.[ch])

all: $(OUT)/$(PROG) ## build the program; installs nothing

$(OUT)/$(PROG): $(OUT)/src/cli/main.o $(LIB)
	$(CC) $(FLAGS) $(LINK_$(MODE)) $(LDFLAGS) -o $@ $^ $(LIBS)

$(LIB): $(filter-out %/main.o,$(OBJ))
	@rm -f $@
	$(AR) rcs $@ $^

# The headers of the libraries, asked for once: who lacks one learns what to do.
$(OUT)/libraries:
	@mkdir -p $(@D)
	@for h in yaml cmark hpdf libdeflate hb-subset utf8proc jansson; do \
		echo "#include <$$h.h>"; \
	done | $(CC) $(DEFS) -fsyntax-only -x c - || { \
		echo "What kengesh is built with is not all here:" \
			"\".ci/packages build\" installs it on Debian," \
			"\"make demo\" does and builds." >&2; exit 1; }
	@touch $@

$(OUT)/%.o: %.c | $(OUT)/libraries
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -MMD -MP -c -o $@ $<

$(OUT)/src/font/faces.o: $(wildcard fonts/*.ttf)
$(OUT)/src/pdf/profile.o: fonts/Gray.icc
$(OUT)/src/msg/catalogs.o: $(OUT)/ru.mo $(OUT)/ky.mo
$(OUT)/%.o: %.S
	@mkdir -p $(@D)
	$(CC) $(CF) -I$(OUT) -c -o $@ $<

# What the program says in Russian and Kyrgyz: compiled, and carried inside.
$(OUT)/%.mo: src/msg/%.po
	@mkdir -p $(@D)
	msgfmt --check-format --no-hash --endianness=little -o $@ $<

$(OUT)/templates.c: src/template/embed $(TEMPLATES)
	@mkdir -p $(@D)
	src/template/embed $(TEMPLATES) > $@
$(OUT)/templates.o: $(OUT)/templates.c
	$(CC) $(FLAGS) -Wno-overlength-strings -c -o $@ $<

$(OUT)/unit/%: tests/unit/%.c $(LIB) $(wildcard tests/unit/*.h)
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(LINK_$(MODE)) $(LDFLAGS) -o $@ $< $(LIB) -lcmocka $(LIBS)

$(OUT)/tools/%: tests/tools/%.c $(LIB) $(wildcard tests/tools/*.h)
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(LINK_$(MODE)) $(LDFLAGS) -o $@ $< $(filter %.o,$^) $(LIB) $(LIBS)
$(OUT)/tools/counted: $(OUT)/src/cli/main.o

# The program itself, with faults in what it calls.
$(OUT)/tools/faults: src/cli/main.c

$(OUT)/fuzz/%: tests/fuzz/%.c $(LIB) $(OUT)/lib/libcmark.a $(wildcard tests/fuzz/*.h)
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -fsanitize=fuzzer -o $@ $< $(LIB) -L$(OUT)/lib $(LIBS)

$(OUT)/lib/libcmark.a: tests/fuzz/libraries
	CC="$(CC)" CFLAGS="$(MODE_fuzz)" tests/fuzz/libraries $(@D)

-include $(OBJ:.o=.d)

# Tests.
test: ## install what the tests need, build, run them all
	.ci/packages test
	@$(MAKE) --no-print-directory suite
suite: all unit-programs tools ## all tests, or those of GROUP=rules, GROUP=docs
	tests/suite $(OUT) $(GROUP)
unit-programs: $(UNIT)
tools: $(TOOLS)
bless: all ## write what the program says now into the cases; then git diff
	tests/run --bless $(OUT)/$(PROG)
asan: ## the same under the address and undefined-behaviour sanitizers
	.ci/packages test
	@$(MAKE) --no-print-directory MODE=asan suite
fuzz: ## any input before the harnesses of tests/fuzz, 30 seconds each
	.ci/packages fuzz
	@$(MAKE) --no-print-directory MODE=fuzz CC=clang fuzzers
	tests/fuzz/run build/fuzz $(FUZZING)
fuzzers: $(FUZZ)
coverage: ## lines run by the tests, a file a line
	@$(MAKE) --no-print-directory MODE=cov suite
	tests/coverage build/cov/src
growth: ## how the work grows with 1, 2 and 4 times as much of each kind of input
	@$(MAKE) --no-print-directory MODE=growth all tools
	tests/suite build/growth growth
bench: all tools ## speed, memory and size, as ratios where that is fair
	tests/bench/run $(OUT)
	@$(MAKE) --no-print-directory MODE=growth all tools
	tests/growth build/growth --times

# What a reviewer should never have to say.
lint: $(OBJ) ## layers, circles, headers, format, manual pages
	tests/layers
	tests/texts check
	tests/circles $(filter $(OUT)/src/%,$(OBJ))
	@for h in $(wildcard src/*/*.h); do \
		$(CC) -std=c11 $(DEFS) -Isrc -fsyntax-only -x c $$h || exit 1; done
	$(CC) $(FLAGS) -fsyntax-only tests/fuzz/*.c
	clang-format --dry-run -Werror $(TIDY)
	mandoc -T lint -W warning $(MAN)
po: ## bring src/msg/*.po in step with the sentences in the code
	tests/texts update
format: ## let clang-format have its way
	clang-format -i $(TIDY)

# The examples, from records to paper.
demo: ## install what the build needs, build, check and set the examples
	.ci/packages build
	@$(MAKE) --no-print-directory demo-papers
demo-papers: all
	examples/demo $(OUT)/$(PROG)

gallery: all ## pictures of every page of every kind of paper, in out/gallery
	examples/gallery $(OUT)/$(PROG) out/gallery

# Installing.  Fonts and templates are inside the program.
install: all ## into DESTDIR and PREFIX
	install -d "$(DESTDIR)$(BINDIR)"
	install -m 755 $(OUT)/$(PROG) "$(DESTDIR)$(BINDIR)"
	@for m in $(MAN); do \
		install -d "$(DESTDIR)$(MANDIR)/man$${m##*.}" && \
		install -m 644 $$m "$(DESTDIR)$(MANDIR)/man$${m##*.}" || exit 1; \
	done
uninstall: ## what install put there
	rm -f "$(DESTDIR)$(BINDIR)/$(PROG)"
	for m in $(notdir $(MAN)); do \
		rm -f "$(DESTDIR)$(MANDIR)/man$${m##*.}/$$m"; done

clean: ## the build folders
	rm -rf build
help:
	@sed -n 's/^\([a-z%-]*\):.*## \(.*\)/\1	\2/p' Makefile | expand -t 12

.PHONY: all po test suite unit-programs tools bless asan fuzz fuzzers coverage \
	growth bench lint format demo demo-papers gallery install uninstall clean help
