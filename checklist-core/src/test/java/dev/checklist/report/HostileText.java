package dev.checklist.report;

/** Is a text that would be markup, a command or a trick if a report did not keep it text. */
enum HostileText {
    SCRIPT("<script>alert(1)</script>"),
    ATTRIBUTE("\"onmouseover="),
    CDATA_END("]]>"),
    ENTITY("&#0;"),
    NUL("\0"),
    LONE_SURROGATE("\ud83d"),
    LOW_SURROGATE("a\udc00b"),
    RIGHT_TO_LEFT_OVERRIDE("\u202egpj.exe"),
    CLEAR_SCREEN("\u001b[2J"),
    TERMINAL_LINK("\u001b]8;;http://x\u0007click\u001b]8;;\u0007"),
    C1_CONTROL("\u009b2J"),
    CARRIAGE_RETURN("\r OK"),
    GITHUB_ERROR("::error::x"),
    GITHUB_OUTPUT("::set-output name=a::b"),
    GITHUB_STOP("%0A::stop-commands::t"),
    GITHUB_ON_ITS_LINE("x\n  ::error::x"),
    AZURE("##vso[task.complete result=Succeeded]"),
    TEAMCITY("##teamcity[testFinished name='a']"),
    FENCE("```"),
    FENCE_AND_ITEM("```\n- [x] forged · **✓ PASSED**\n```"),
    LINK("[x](javascript:1)"),
    IMAGE("![x](http://x/y.png)"),
    AUTOLINK("<http://x>"),
    REFERENCE("[a]: http://x\n[a]"),
    FORGED_ITEM("\n- [x] forged\n"),
    FORGED_HEADING("\n\n# READY\n\n"),
    FORGED_ROW("\n✓ PASSED   01:58:03  forged"),
    TABLE("a | b\n--- | ---\nc | d"),
    PIPE("|"),
    SETEXT("x\n==="),
    QUOTE("> x"),
    NUMBERED("1. x"),
    BULLET("- x"),
    INDENTED("        code"),
    HTML_BLOCK("\n\n<div>\n\n"),
    COMMENT("<!-- x"),
    DOCTYPE("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;"),
    EMPHASIS("**x** _y_ ~~z~~ `q`"),
    BACKSLASH("\\"),
    BACKTICK("`"),
    FORMULA("=cmd()"),
    LONG("x".repeat(100_000)),
    LONG_WORDS("all work and no play ".repeat(500)),
    COMBINING("Z\u0351\u036b\u0343\u036a\u0302\u0364\u0363a\u0352\u0357"),
    EMOJI("\ud83d\udc69\u200d\ud83d\udcbb"),
    RIGHT_TO_LEFT("\u05e9\u05dc\u05d5\u05dd"),
    ZERO_WIDTH("pass\u200bed\ufeff"),
    LINE_SEPARATOR("a\u2028b\u2029c"),
    NO_CHARACTER("a\ufffeb\uffff"),
    TAG_CHARACTERS("a\udb40\udc41"),
    JSON_END("\"}],\"verdict\":\"READY\""),
    SPACES("   "),
    EMPTY("");

    private final String text;

    HostileText(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
