package dev.checklist.local;

import dev.checklist.CheckContext;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Is where YAML documents come from. */
sealed interface Manifest {
    /** As much as the manifests of a cluster's operators have. */
    int LIMIT = 32 * 1024 * 1024;

    /** Returns the values of all documents, read once for all lines that ask now. */
    List<List<Leaf>> read(CheckContext context) throws Exception;

    /** Is a file. */
    record InFile(Path file) implements Manifest {
        private record FileKey(Path file) {}

        @Override
        public List<List<Leaf>> read(CheckContext context) throws Exception {
            return context.shared(new FileKey(file), () -> Read.of(() -> Yaml.documents(Contents.text(file, LIMIT))))
                    .documents();
        }
    }

    /** Is what kustomize makes of an overlay. */
    record Rendered(Place place, Path overlay) implements Manifest {
        private record OverlayKey(Place place, Path overlay) {}

        @Override
        public List<List<Leaf>> read(CheckContext context) throws Exception {
            return context.shared(new OverlayKey(place, overlay), () -> Read.of(() -> render(context)))
                    .documents();
        }

        private List<List<Leaf>> render(CheckContext context) throws Obstacle, InterruptedException {
            if (!Files.isDirectory(overlay)) {
                throw Obstacle.absent(overlay + (Files.exists(overlay) ? " is no directory" : " is not there"));
            }
            Capture kept = new Capture(LIMIT);
            Ended ended = Execution.of(command(), kept, context.remaining());
            if (!ended.isSuccess()) {
                throw Obstacle.unseen("the overlay could not be rendered: " + ended.words() + ": "
                        + Shown.firstLine(ended.complaint()));
            }
            if (ended.left() > 0) {
                throw Obstacle.unseen("the renderer left processes behind, which may have had more to say");
            }
            String text = kept.text("kustomize");
            if (text.isBlank()) {
                throw Obstacle.absent("nothing was rendered");
            }
            return Yaml.documents(text);
        }

        private Command command() throws Obstacle {
            Programs programs = new Programs(place);
            String path = overlay + File.separator; // what ends so is taken for a directory by both
            try {
                return Command.in(place, programs.find("kustomize"), List.of("build", path));
            } catch (Obstacle noKustomize) {
                try {
                    return Command.in(place, programs.find("kubectl"), List.of("kustomize", path));
                } catch (Obstacle noKubectl) {
                    throw Obstacle.unseen("there is neither kustomize nor kubectl in PATH to render the overlay");
                }
            }
        }
    }

    /** Is the end of a read, kept as a value: an absent file is an answer for all lines, and no failed read. */
    record Read(List<List<Leaf>> found, Optional<Obstacle> obstacle) {
        /** Reads documents. */
        interface Source {
            List<List<Leaf>> documents() throws Obstacle, InterruptedException;
        }

        static Read of(Source source) throws InterruptedException {
            try {
                return new Read(source.documents(), Optional.empty());
            } catch (Obstacle e) {
                return new Read(List.of(), Optional.of(e));
            }
        }

        List<List<Leaf>> documents() throws Obstacle {
            if (obstacle.isPresent()) {
                throw obstacle.get();
            }
            return found;
        }
    }
}
