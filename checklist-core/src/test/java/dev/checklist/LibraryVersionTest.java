package dev.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibraryVersionTest {
    @Test
    void the_version_is_the_one_that_the_build_wrote() {
        assertThat(LibraryVersion.current()).isNotBlank().isNotEqualTo("unknown");
    }
}
