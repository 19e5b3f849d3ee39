package dev.checklist.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.net.DnsMessage.MalformedException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reads answers byte by byte, since anybody may have written them. */
class DnsMessageTest {
    private static final byte[] ANSWER = answer();

    /** The answer to A shop.example: an alias, and its address. */
    private static byte[] answer() {
        byte[] question = DnsMessage.question(0x1234, "shop.example", RecordType.A);
        byte[] alias = {(byte) 0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 9, 0, 5, 2, 'l', 'b', (byte) 0xc0, 17};
        byte[] address = {(byte) 0xc0, 42, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, (byte) 198, 51, 100, 7};
        byte[] all = Arrays.copyOf(question, question.length + alias.length + address.length);
        System.arraycopy(alias, 0, all, question.length, alias.length);
        System.arraycopy(address, 0, all, question.length + alias.length, address.length);
        all[2] = (byte) 0x81;
        all[3] = (byte) 0x80;
        all[7] = 2;
        return all;
    }

    @Test
    void an_alias_leads_to_the_address() throws MalformedException {
        DnsMessage message = DnsMessage.parse(ANSWER);

        assertThat(message.id()).isEqualTo(0x1234);
        assertThat(message.asked()).isEqualTo("shop.example");
        DnsAnswer answer = DnsAnswer.of("server", "shop.example", RecordType.A, message);
        assertThat(answer.aliases()).containsExactly("lb.example");
        assertThat(answer.values()).containsExactly("198.51.100.7");
    }

    @Test
    void an_address_of_another_name_does_not_count() throws MalformedException {
        DnsMessage message = DnsMessage.parse(ANSWER);

        assertThat(DnsAnswer.of("server", "other.example", RecordType.A, message)
                        .kind())
                .isEqualTo(DnsAnswer.Kind.NO_DATA);
    }

    @Test
    void a_question_is_no_answer() {
        assertThatThrownBy(() -> DnsMessage.parse(DnsMessage.question(1, "a.example", RecordType.A)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void a_name_that_points_at_itself_has_no_end_and_is_refused() {
        byte[] loop = ANSWER.clone();
        int first = DnsMessage.question(1, "shop.example", RecordType.A).length;
        loop[first + 1] = (byte) first;
        assertThatThrownBy(() -> DnsMessage.parse(loop)).hasMessageContaining("points forwards");
    }

    @Test
    void an_answer_that_was_cut_short_anywhere_is_refused() {
        for (int length = 0; length < ANSWER.length; length++) {
            byte[] part = Arrays.copyOf(ANSWER, length);
            assertThatThrownBy(() -> DnsMessage.parse(part)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void no_bytes_do_more_than_be_refused() {
        Random random = new Random(20261122);
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = ANSWER.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                DnsMessage.parse(bytes);
                read++;
            } catch (MalformedException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(read).isPositive();
    }
}
