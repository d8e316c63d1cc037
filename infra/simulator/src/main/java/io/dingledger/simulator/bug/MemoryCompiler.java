package io.dingledger.simulator.bug;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Compiles changed sources against the classes of this process; nothing touches the disk. */
final class MemoryCompiler {
  private static final int MOST_MESSAGES = 3;

  private final JavaCompiler compiler;

  /** Knows the class path once it has been read: that takes longer than to compile a file. */
  private final StandardJavaFileManager classPath;

  /**
   * Over a compiler.
   *
   * @param ofThisJava the one that this Java has, or null: a mere run-time environment has none
   * @throws BugRefused when there is none
   */
  MemoryCompiler(JavaCompiler ofThisJava) {
    this.compiler =
        Optional.ofNullable(ofThisJava).orElseThrow(() -> new BugRefused(BugFault.NO_COMPILER));
    this.classPath = compiler.getStandardFileManager(null, Locale.ROOT, null);
  }

  /**
   * The classes that these sources give, by their names.
   *
   * @param bug whose they are
   * @param sources the texts by their paths
   * @throws BugRefused when they don't compile
   */
  synchronized Map<String, byte[]> compile(Bug bug, Map<Path, String> sources) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<Source> units = new ArrayList<>();
    sources.forEach((path, text) -> units.add(new Source(path, text)));
    Results results = new Results(classPath);
    List<String> options = List.of("-proc:none", "-nowarn");
    if (!compiler.getTask(null, results, said, options, null, units).call()) {
      throw new BugRefused(BugFault.NOT_COMPILED, bug.name(), words(said));
    }
    return results.classes();
  }

  private static String words(DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .limit(MOST_MESSAGES)
        .map(each -> "line " + each.getLineNumber() + ": " + each.getMessage(Locale.ROOT))
        .collect(Collectors.joining("; "))
        .replace('\n', ' ');
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(Path path, String text) {
      super(path.toUri(), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Result extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Result(String className) {
      super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Results extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, Result> made = new HashMap<>();

    Results(StandardJavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return made.computeIfAbsent(className, Result::new);
    }

    Map<String, byte[]> classes() {
      return made.entrySet().stream()
          .collect(
              Collectors.toMap(Map.Entry::getKey, each -> each.getValue().bytes.toByteArray()));
    }
  }
}
