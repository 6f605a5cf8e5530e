package dev.fermata.processor.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Shows the private compiler the outer compilation: the platform as the JDK has it, and everything
 * else, of whatever module, on a class path that is written on demand.
 */
final class PrivateFileManager extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private static final ClassLoader NOTHING =
      new ClassLoader(ClassLoader.getPlatformClassLoader()) {};

  private final OuterPackages packages;
  private final Map<String, String> generated;
  private final Set<String> analyzed;
  private final Map<String, List<PrivateFile>> classPath = new HashMap<>();

  /**
   * Files for one task.
   *
   * @param generated sources of types by their binary names
   * @param analyzed the binary names of the top-level types of the analysed units
   */
  PrivateFileManager(
      StandardJavaFileManager platform,
      OuterPackages packages,
      Map<String, String> generated,
      Set<String> analyzed) {
    super(platform);
    this.packages = packages;
    this.generated = generated;
    this.analyzed = analyzed;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (isPlatform(location)) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> files = new ArrayList<>();
    if (location == StandardLocation.CLASS_PATH) {
      if (!classPath.containsKey(packageName)) {
        classPath.put(packageName, filesOf(packageName));
      }
      for (PrivateFile file : classPath.getOrDefault(packageName, List.of())) {
        if (kinds.contains(file.getKind())) {
          files.add(file);
        }
      }
    }
    return files;
  }

  private List<PrivateFile> filesOf(String packageName) throws IOException {
    List<PrivateFile> files = new ArrayList<>();
    generated.forEach(
        (name, text) -> {
          if (packageName.equals(packageOf(name))) {
            files.add(new PrivateFile.Source(name, text));
          }
        });
    for (PrivateFile file : packages.filesOf(packageName)) {
      String topLevel = topLevelOf(file.binaryName(), packageName);
      if (!generated.containsKey(topLevel) && !analyzed.contains(topLevel)) {
        files.add(file);
      }
    }
    return files;
  }

  private static String packageOf(String binaryName) {
    return binaryName.substring(0, Math.max(binaryName.lastIndexOf('.'), 0));
  }

  private String topLevelOf(String binaryName, String packageName) {
    int start = packageName.isEmpty() ? 0 : packageName.length() + 1;
    for (int at = binaryName.indexOf('$', start); at > 0; at = binaryName.indexOf('$', at + 1)) {
      String prefix = binaryName.substring(0, at);
      if (generated.containsKey(prefix) || analyzed.contains(prefix)) {
        return prefix;
      }
    }
    return binaryName;
  }

  private static boolean isPlatform(Location location) {
    return location == StandardLocation.SYSTEM_MODULES
        || location == StandardLocation.PLATFORM_CLASS_PATH
        || !(location instanceof StandardLocation);
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_PATH
        || (isPlatform(location) && super.hasLocation(location));
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof PrivateFile known
        ? known.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return (a instanceof PrivateFile || b instanceof PrivateFile)
        ? a.equals(b)
        : super.isSameFile(a, b);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return !(file instanceof PrivateFile) && isPlatform(location) && super.contains(location, file);
  }

  @Override
  public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
    return isPlatform(location) ? super.listLocationsForModules(location) : List.of();
  }

  @Override
  public @Nullable Location getLocationForModule(Location location, String module)
      throws IOException {
    return isPlatform(location) ? super.getLocationForModule(location, module) : null;
  }

  @Override
  public @Nullable Location getLocationForModule(Location location, JavaFileObject file)
      throws IOException {
    return isPlatform(location) ? super.getLocationForModule(location, file) : null;
  }

  @Override
  public @Nullable JavaFileObject getJavaFileForInput(
      Location location, String className, Kind kind) throws IOException {
    return isPlatform(location) ? super.getJavaFileForInput(location, className, kind) : null;
  }

  /** No plug-in of the compiler is to run here, wherever it may come from. */
  @Override
  public ClassLoader getClassLoader(JavaFileManager.Location location) {
    return NOTHING;
  }
}
