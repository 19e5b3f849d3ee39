package dev.checklist.examples.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.examples.world.fault.Breakage;
import dev.checklist.examples.world.state.WorldState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorldArgumentsTest {
    @Test
    void without_a_breakage_the_world_is_healthy() {
        WorldArguments arguments = WorldArguments.parse("--settings-out", "out");
        assertThat(arguments.settingsOut()).isEqualTo(Path.of("out"));
        assertThat(arguments.state()).isEqualTo(WorldState.ticketer());
    }

    @Test
    void a_breakage_is_chosen_by_its_title() {
        WorldArguments arguments = WorldArguments.parse("--broken", "no-redirect", "--settings-out", "out");
        assertThat(arguments.broken()).hasValue(Breakage.NO_REDIRECT);
        assertThat(arguments.state()).isEqualTo(Breakage.NO_REDIRECT.apply(WorldState.ticketer()));
    }

    @Test
    void wrong_arguments_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorldArguments.parse())
                .withMessageStartingWith("--settings-out is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorldArguments.parse("--settings-out"))
                .withMessageStartingWith("--settings-out needs a value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorldArguments.parse("--port", "1"))
                .withMessageStartingWith("unknown argument --port");
    }
}
