package dev.checklist.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final Mailbox<Runnable> mailbox = new Mailbox<>();

    @Test
    void messages_come_in_the_order_in_which_one_thread_posts_them() {
        List<Integer> read = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            mailbox.post(() -> read.add(number));
        }

        mailbox.drain(Runnable::run);

        assertThat(read).isSorted().hasSize(100);
        assertThat(mailbox.isEmpty()).isTrue();
    }

    @Test
    void a_flood_of_messages_does_not_keep_the_reader_for_ever() {
        mailbox.post(new Runnable() {
            @Override
            public void run() {
                mailbox.post(this); // there is always one more
            }
        });

        mailbox.drain(Runnable::run);

        assertThat(mailbox.isEmpty()).isFalse();
    }

    /** Posters and a reader that waits for ever meet tens of thousands of times: a single lost wake-up would hang. */
    @Test
    void no_message_is_missed_by_a_reader_that_waits() throws InterruptedException {
        int each = 20_000;
        AtomicInteger read = new AtomicInteger();
        List<Thread> posters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            posters.add(new Thread(() -> {
                for (int j = 0; j < each; j++) {
                    mailbox.post(read::incrementAndGet);
                    if (j % 50 == 0) {
                        Thread.yield();
                    }
                }
            }));
        }
        Thread reader = new Thread(() -> {
            while (read.get() < 3 * each) {
                mailbox.await(FOR_EVER);
                mailbox.drain(Runnable::run);
            }
        });
        reader.start();
        posters.forEach(Thread::start);
        for (Thread poster : posters) {
            poster.join();
        }
        reader.join(30_000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(read).hasValue(3 * each);
    }

    @Test
    void an_interrupt_wakes_the_reader_once_and_is_forgotten() {
        Thread.currentThread().interrupt();

        mailbox.await(FOR_EVER);

        assertThat(Thread.interrupted()).isFalse();
    }
}
