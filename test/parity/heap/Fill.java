/** Fills the heap with byte arrays of so many KiB that all stay alive, and prints how many fitted. */
public class Fill {
  public static void main(String[] args) {
    int bytes = Integer.parseInt(args[0]) * 1024;
    // At its start Parallel names less than it will use.
    byte[][] held = new byte[(int) (Runtime.getRuntime().maxMemory() / bytes * 5 / 4)][];
    int arrays = 0;
    try {
      while (true) { held[arrays] = new byte[bytes]; arrays++; }
    } catch (OutOfMemoryError full) {
      held = null;
    }
    System.out.println(arrays);
  }
}
