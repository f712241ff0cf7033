package parity;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.CanAwait;

/**
 * Compiles and runs each program of a directory, in which each program has a folder with `Main.java` and `untilMs`.
 * Writes a line for each line that a program prints, and for each time that a full buffer does something: the folder,
 * the virtual time in ms, `prints` or `buffer`, and the text.
 */
public final class Run {
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        PrintStream out = System.out;
        try (var folders = Files.list(directory)) {
            for (Path folder : folders.sorted().toList()) {
                if (!Files.exists(folder.resolve("Main.java"))) continue;
                OneThread thread = new OneThread(folder, out);
                thread.start();
                thread.join();
            }
        }
        out.flush();
        // Actor systems that programs did not terminate are still running.
        System.exit(0);
    }

    /** The thread of one run. When a program blocks on an actor, the actors run first. */
    private static final class OneThread extends Thread implements BlockContext {
        private final Path folder;
        private final PrintStream out;

        OneThread(Path folder, PrintStream out) {
            this.folder = folder;
            this.out = out;
        }

        @Override
        public void run() {
            VirtualTime time = new VirtualTime(what -> tell("buffer", what));
            VirtualTime.current = time;
            System.setOut(new PrintStream(new Lines(line -> tell("prints", line)), true, StandardCharsets.UTF_8));
            try {
                String problem = compile(folder);
                if (problem != null) {
                    tell("prints", "does not compile: " + problem.replace("\n", " / "));
                    return;
                }
                URL[] classes = {folder.toUri().toURL()};
                ClassLoader loader = new URLClassLoader(classes, Run.class.getClassLoader());
                setContextClassLoader(loader);
                long untilMs = Long.parseLong(Files.readString(folder.resolve("untilMs")).trim());
                loader.loadClass("Main").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
                time.runUntil(untilMs * 1_000_000);
            } catch (Throwable failure) {
                failure.printStackTrace();
                tell("prints", "failed: " + failure);
            } finally {
                System.setOut(out);
            }
        }

        private void tell(String what, String text) {
            long timeMs = VirtualTime.current.nanos() / 1_000_000;
            out.println(folder.getFileName() + "\t" + timeMs + "\t" + what + "\t" + text);
        }

        @Override
        public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
            VirtualTime.current.runTasks();
            return thunk.apply();
        }
    }

    private static String compile(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            StringWriter problems = new StringWriter();
            List<String> options = List.of("-d", folder.toString(), "-Xlint:all,-processing,-deprecation", "-Werror", "-proc:none");
            var units = files.getJavaFileObjects(folder.resolve("Main.java"));
            boolean isFine = compiler.getTask(problems, files, null, options, null, units).call();
            return isFine ? null : problems.toString();
        } catch (java.io.IOException failure) {
            return failure.toString();
        }
    }

    /** Passes on each line that is written. */
    private static final class Lines extends ByteArrayOutputStream {
        private final java.util.function.Consumer<String> told;

        Lines(java.util.function.Consumer<String> told) {
            this.told = told;
        }

        @Override
        public void flush() {
            String text = toString(StandardCharsets.UTF_8);
            int end = text.lastIndexOf('\n');
            if (end < 0) return;
            reset();
            writeBytes(text.substring(end + 1).getBytes(StandardCharsets.UTF_8));
            for (String line : text.substring(0, end).split("\n")) told.accept(line.stripTrailing());
        }
    }
}
