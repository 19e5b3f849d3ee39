package dev.checklist.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleAndZoneTest {
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Europe/Istanbul",
        "ar-EG-u-nu-arab, Africa/Cairo",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
        "ja-JP-u-ca-japanese, Asia/Tokyo",
        "de-CH, Pacific/Kiritimati",
        "hi-IN-u-nu-deva, America/St_Johns"
    })
    void a_report_is_the_same_text_whatever_the_locale_and_zone_of_the_machine(String tag, String machine) {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        List<String> expected = all();

        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(machine));

        assertThat(all()).isEqualTo(expected);
    }

    private static List<String> all() {
        TextRenderer text = TextRenderer.create();
        return List.of(
                text.render(Samples.rich()),
                text.withZone(ZoneId.of("Europe/Zurich")).withAscii(true).render(Samples.rich()),
                MarkdownRenderer.create().render(Samples.rich()),
                JsonRenderer.create().render(Samples.rich()),
                JUnitXmlRenderer.create().render(Samples.rich()));
    }
}
