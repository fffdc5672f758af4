package cn.gov.officecleanup.testkit;

/**
 * Tags by which the integration tests are parted, each part in test processes of its own. The web applications look their engine up by its
 * name in a register of the whole JVM, in which the engine of whichever application was started last stands: an application that others
 * were started after would show what is theirs. So the walks, which share one application, run where no other is started.
 */
public final class Applications {

  /** a procedure walked through the running demo */
  public static final String WALK = "walk";
  /** a walk that starts an application with properties of its own */
  public static final String ITS_OWN = "application-of-its-own";

  private Applications() {
  }
}
