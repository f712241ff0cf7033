/** Fills the heap with live byte arrays, whose size in KiB is the argument, and prints how many fitted. */
public class Fill {
  public static void main(String[] args) {
    int bytes = Integer.parseInt(args[0]) * 1024;
    // At its start, the Parallel collector reports a smaller maximum than it will use.
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
