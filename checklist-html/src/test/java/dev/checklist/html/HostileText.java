package dev.checklist.html;

/** Is a text that would be markup, script or a trick if the page did not keep it text. */
enum HostileText {
    SCRIPT("<script>document.title='owned'</script>"),
    CLOSING("</b></p></li></ul></script></style></title><h1>READY</h1>"),
    HANDLER("<img src=x onerror=\"document.title='owned'\">"),
    ATTRIBUTE("\" onmouseover=\"document.title='owned'"),
    SINGLE_QUOTE("' onfocus='alert(1)"),
    ENTITY("&lt;b&gt;&#0;&quot;"),
    COMMENT("<!-- --><b>x"),
    CDATA("<![CDATA[x]]>"),
    LINK("<a href=\"javascript:alert(1)\">x</a>"),
    SVG("<svg onload=alert(1)>"),
    TEMPLATE("${7*7} @if(true) $unsafe{x}"),
    NUL("a\0b"),
    RIGHT_TO_LEFT_OVERRIDE("\u202egpj.exe"),
    ESCAPE("\u001b[2J"),
    LONE_SURROGATE("a\ud83db"),
    NEWLINES("a\n\n<h1>READY</h1>\r\nb"),
    LONG("x".repeat(100_000));

    private final String text;

    HostileText(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
