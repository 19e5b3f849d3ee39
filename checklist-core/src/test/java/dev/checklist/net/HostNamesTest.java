package dev.checklist.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.net.Issued.Wish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
    @ParameterizedTest(name = "a certificate for {0} covers {1}: {2}")
    @CsvSource({
        "shop.example,      shop.example,     true",
        "Shop.Example,      shop.example,     true",
        "shop.example,      www.shop.example, false",
        "shop.example,      example,          false",
        "*.shop.example,    www.shop.example, true",
        "*.shop.example,    shop.example,     false",
        "*.shop.example,    a.b.shop.example, false",
        "*.example,         shop.example,     false",
        "w*.shop.example,   www.shop.example, false",
        "www.*.example,     www.shop.example, false",
        "*,                 example,          false",
        "192.0.2.7,         192.0.2.7,        true",
        "192.0.2.7,         192.0.2.8,        false",
        "2001:db8::7,       2001:DB8:0:0::7,  true",
        "xn--bcher-kva.shop.example, xn--bcher-kva.shop.example, true",
    })
    void a_wildcard_stands_for_one_label_and_an_address_for_itself(String name, String host, boolean covers) {
        assertThat(HostNames.cover(Issued.selfSigned(Wish.leaf(name)).certificate(), host))
                .isEqualTo(covers);
    }
}
