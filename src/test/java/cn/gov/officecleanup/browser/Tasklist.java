package cn.gov.officecleanup.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Camunda's Tasklist as an official uses it. Elements are found by their structure, never by Tasklist's own words, so that it works in any
 * language. Every method waits until what it did has taken effect, and fails with what the page says where Tasklist refuses.
 */
public final class Tasklist {

  private static final String PATH = "/camunda/app/tasklist/default/";
  private static final String SIGNED_IN = ".navbar-brand.app-banner";
  private static final String ERROR = "[notifications-panel] .alert-danger .message, .alert-danger[role=alert] .message, "
      + "form .form-faults[role=alert], form p.alert-danger[role=alert], case-documents p.text-danger[role=alert], "
      + "dialog.cleanup-viewer [role=alert], form p.field-fault[role=alert], form .table-scroll + p.text-danger[role=alert]";
  private static final String ADDRESS_IS_WRITTEN = """
    () => {
      if (window.addressBefore !== location.hash) {
        window.addressBefore = location.hash;
        window.addressSince = Date.now();
      }
      return location.hash.includes('filter=') && Date.now() - window.addressSince > 400;
    }""";
  private static final int TRIES_FOR_A_TASK = 10;
  private static final double WAIT_FOR_A_TASK_MILLIS = 2_000;

  private final BrowserWindow window;
  private final Page page;
  private final String base;
  private final Map<String, List<Cookie>> signedIn = new HashMap<>();
  private String atWork;

  /** @param base address of the application without path, e.g. {@code http://127.0.0.1:8080} */
  public Tasklist(BrowserWindow window, String base) {
    this.window = window;
    this.page = window.page();
    this.base = base;
  }

  // ---- coming and going

  /** Opens Tasklist and signs in. */
  public void logIn(String user, String password) {
    enterCredentials(user, password);
    done(page.locator(SIGNED_IN), "signing in as " + user);
  }

  /**
   * Lets a user of the demo, whose password is the name, work at this window, if another does. Users stay signed in as if each had a
   * browser of one's own, so that many steps of few users need few sign-ins.
   */
  public void logInAs(String user) {
    if (user.equals(atWork)) {
      return;
    }
    // what is typed and not sent is kept while its user is still there
    page.navigate("about:blank");
    if (atWork != null) {
      signedIn.put(atWork, page.context().cookies());
    }
    page.context().clearCookies();
    List<Cookie> session = signedIn.get(user);
    if (session == null) {
      logIn(user, user);
    } else {
      page.context().addCookies(session);
      page.navigate(base + PATH);
      page.locator(SIGNED_IN).waitFor();
    }
    atWork = user;
  }

  /** @return what Tasklist says on refusing these credentials */
  public String refusedLogIn(String user, String password) {
    enterCredentials(user, password);
    return error();
  }

  private void enterCredentials(String user, String password) {
    page.navigate(base + PATH);
    Locator form = page.locator("form[name=signinForm]");
    Locator name = form.locator("input[type=text]");
    Locator secret = form.locator("input[type=password]");
    // the page puts the cursor into the first field some time after it shows it, and what is typed then lands there
    page.waitForCondition(() -> {
      name.fill(user);
      secret.fill(password);
      return user.equals(name.inputValue()) && password.equals(secret.inputValue());
    });
    form.locator("button[type=submit]").click();
  }

  public void logOut() {
    page.locator(".cam-nav .account .dropdown-toggle").click();
    page.locator(".cam-nav .account .logout a").click();
    page.locator("form[name=signinForm]").waitFor();
    signedIn.remove(atWork);
    atWork = null;
  }

  // ---- the list

  /** Shows the tasks of a filter. */
  public void chooseFilter(String name) {
    Locator filter = page.locator(".task-filters .task-filter")
        .filter(new Locator.FilterOptions().setHas(
            page.locator(".name a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + escaped(name) + "\\s*\\d*\\s*$")))));
    filter.locator(".name a").click();
    page.locator(".task-filters .task-filter.active .name a").filter(new Locator.FilterOptions().setHasText(name)).waitFor();
  }

  /** Opens the first task of this name on the list's first page; waits for one that another transaction is about to create. */
  public void openTask(String name) {
    openTaskAsItIs(name);
    unfold();
  }

  /** The same, with what is known of its case folded where Tasklist folds it. */
  public void openTaskAsItIs(String name) {
    Locator task = page.locator(".tasks-list li.task h4.task a").filter(exactly(name)).first();
    for (int attempt = 1; !appears(task); attempt++) {
      if (attempt == TRIES_FOR_A_TASK) {
        throw new AssertionError("no task " + name + " on the list, but: " + page.locator(".tasks-list h4.task").allInnerTexts());
      }
      page.reload();
    }
    task.click();
    page.locator(".task-card h2.task").filter(exactly(name)).waitFor();
    formIsReady();
  }

  /** Opens a task by its id, whichever filter and page of the list it is on. */
  public void openTaskWithId(String taskId) {
    // Tasklist writes the first filter into the address once it has it, and closes whatever is open then
    page.waitForCondition(() -> !page.url().contains(PATH) || page.url().contains("filter="));
    Locator wanted = page.locator("form.cleanup-form[data-task='" + taskId + "']");
    page.navigate(base + PATH + "#/?task=" + taskId);
    // the next task of the list, which opens by itself after a step, may come in between
    if (!appears(wanted)) {
      page.navigate(base + PATH + "#/?task=" + taskId);
      page.reload();
      // what the page that is left says of its form is no refusal of this one
      wanted.waitFor();
    }
    unfold();
  }

  /** Unfolds what is known, to read it. */
  private void unfold() {
    page.locator(".task-details details.case-known:not([open]) > summary")
        .evaluateAll("folded => folded.forEach(summary => summary.click())");
  }

  private static boolean appears(Locator locator) {
    try {
      locator.waitFor(new Locator.WaitForOptions().setTimeout(WAIT_FOR_A_TASK_MILLIS));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  // ---- the open task

  /**
   * Claims the open task before anything is filled in, which is offered where colleagues may do it as well; one that is the signed-in
   * official's own already stays so. Whoever fills something in claims it by that.
   */
  public void claim() {
    Locator mine = page.locator(".task-card button.unclaim");
    Locator free = page.locator(".task-card button.claim");
    mine.or(free).first().waitFor();
    if (free.isVisible()) {
      dismissNotices();
      free.click();
    }
    done(mine, "claiming");
    formIsReady();
  }

  /** Hands the open task back to its group. */
  public void unclaim() {
    page.locator(".task-card button.unclaim").click();
    done(page.locator(".task-card button.claim"), "unclaiming");
  }

  /** Completes the open task. */
  public void complete() {
    dismissNotices();
    // of the step before
    page.locator(".task-told").evaluateAll("told => told.forEach(element => element.remove())");
    completeButton().click();
    done(page.locator(".task-told"), "completing the task");
  }

  /** Tries to complete the open task, which is refused. @return what Tasklist says; the task is still open */
  public String refusedComplete() {
    dismissNotices();
    completeButton().click();
    String error = error();
    if (!page.locator(".task-card:not(.task-removed) h2.task").isVisible()) {
      throw new AssertionError("the task is gone although completing it was refused: " + error);
    }
    return error;
  }

  private Locator completeButton() {
    return page.locator(".form-pane .form-actions button.btn-primary");
  }

  // ---- starting a procedure

  /** Opens the start form of a procedure. */
  public void startProcess(String name) {
    // Tasklist writes the first filter and more into the address once it has them, and closes whatever is open then
    page.waitForFunction(ADDRESS_IS_WRITTEN);
    page.locator(".start-process-action a").click();
    page.locator(".modal-dialog .start-group button, .modal-dialog ul.processes[data-offered]:not([hidden]) a")
        .filter(exactly(name))
        .click();
    formIsReady();
  }

  /** Sends the open start form off. */
  public void submitStart() {
    dismissNotices();
    startButton().click();
    Locator error = shownError();
    Locator modal = page.locator(".modal-dialog");
    page.waitForCondition(() -> modal.count() == 0 || error.isVisible());
    if (modal.count() > 0) {
      throw new AssertionError("starting was refused: " + error.innerText());
    }
  }

  /** Tries to send the open start form off, which is refused. @return what Tasklist says; the form is still open */
  public String refusedStart() {
    dismissNotices();
    startButton().click();
    return error();
  }

  /** Closes the open start form without sending it off. */
  public void cancelStart() {
    page.locator(".modal-dialog .modal-footer button.btn-link").last().click();
    page.locator(".modal-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  private Locator startButton() {
    return page.locator(".modal-dialog .modal-footer button[type=submit]");
  }

  // ---- the form of the open task or of the procedure to start

  /** @return the open form itself, for what only one form has */
  public Locator form() {
    Locator toStart = page.locator(".modal-dialog .modal-body");
    return (toStart.count() > 0 ? toStart : page.locator(".task-details .form-pane")).locator("form").first();
  }

  /** Fills a field in: text, number, or day as {@code 2015-10-31}. @param label the field's whole label */
  public void fill(String label, String value) {
    field(label).fill(value);
  }

  /** Chooses from a list, or presses the button of a decision. @param choice the words that the list or the button shows */
  public void choose(String label, String choice) {
    Locator decisions = form().locator(".form-group")
        .filter(new Locator.FilterOptions().setHas(page.locator("label:not(.decision)").filter(exactly(label))))
        .locator(".decision");
    if (decisions.count() > 0) {
      decisions.filter(exactly(choice)).click();
      return;
    }
    field(label).selectOption(new SelectOption().setLabel(choice));
  }

  public void tick(String label) {
    field(label).check();
  }

  public void untick(String label) {
    field(label).uncheck();
  }

  /** Picks a file that is sent off with the form. */
  public void upload(String label, Path file) {
    field(label).setInputFiles(file);
  }

  /** Attaches a document to the case at once. @param kind the kind of document, as the form words it */
  public void attach(String kind, Path file) {
    dismissNotices();
    form().locator("case-documents .document-kind")
        .filter(new Locator.FilterOptions().setHas(page.locator("label").filter(exactly(kind))))
        .locator("input[type=file]")
        .setInputFiles(file);
    String name = file.getFileName().toString();
    // of an earlier round a file of this name may be attached already
    form().locator("case-documents:not([aria-busy])").waitFor();
    Locator attached = form().locator("case-documents a", new Locator.LocatorOptions().setHasText(name)).first();
    // what a step lacked may stand above meanwhile
    Locator refused = form().locator("case-documents .documents-refused p").first();
    attached.or(refused).first().waitFor();
    if (refused.isVisible()) {
      throw new AssertionError("attaching " + name + " was refused: " + refused.innerText());
    }
  }

  /** Adds a row to a table of the form. @param cells values by the heading of their column; of a list, the words it shows */
  public void addRow(String caption, Map<String, String> cells) {
    Locator place = form().locator(".table-scroll")
        .filter(new Locator.FilterOptions().setHas(page.locator("caption", new Page.LocatorOptions().setHasText(caption))));
    Locator table = place.locator("table");
    int rows = table.locator("tbody tr").count();
    place.locator("~ button.table-add").first().click();
    Locator row = table.locator("tbody tr").nth(rows);
    cells.forEach((column, value) -> {
      Locator input = row.getByLabel(column, new Locator.GetByLabelOptions().setExact(true));
      if ("SELECT".equals(input.evaluate("element => element.tagName"))) {
        input.selectOption(new SelectOption().setLabel(value));
      } else {
        input.fill(value);
      }
    });
  }

  private Locator field(String label) {
    return form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  /** Waits until the form is there and, where it fetches what it shows, has it. */
  private void formIsReady() {
    done(form().and(page.locator("form:not(.cleanup-form), form.cleanup-form[data-ready=true]")), "opening the form");
  }

  // ---- what Tasklist says

  /** @return the error that Tasklist shows, once it shows one */
  public String error() {
    Locator error = shownError();
    error.waitFor();
    return error.innerText().strip();
  }

  private Locator shownError() {
    return page.locator(ERROR).locator("visible=true").first();
  }

  /** Closes what Tasklist said before, lest it be taken for the answer to what comes next. */
  private void dismissNotices() {
    // some close themselves meanwhile
    page.locator("[notifications-panel] .alert .close").evaluateAll("buttons => buttons.forEach(button => button.click())");
  }

  /** Takes a picture as build output, see {@link BrowserWindow#screenshot(String)}. */
  public void screenshot(String what) {
    window.screenshot(what);
  }

  /** Looks at an attachment. @return what is shown of it */
  public Locator look(String fileName) {
    form().getByLabel("查看" + fileName).first().click();
    return shownDocument();
  }

  /** Looks at an official document before it is issued. @return what is shown of it */
  public Locator preview(String label) {
    form().locator(".case-previews button").filter(exactly(label)).click();
    return shownDocument();
  }

  private Locator shownDocument() {
    Locator dialog = page.locator("dialog.cleanup-viewer");
    done(dialog.and(page.locator("[data-ready=true]")), "looking at a document");
    return dialog.locator(".viewed");
  }

  /** Closes the document that is shown. */
  public void closeDocument() {
    page.locator("dialog.cleanup-viewer .viewer-head button").click();
    page.locator("dialog.cleanup-viewer").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  /** Downloads what a link of the open form leads to. @param text the link's whole text */
  public Path download(String text) {
    return window.download(form().locator("a").filter(exactly(text)).first());
  }

  private void done(Locator sign, String doing) {
    Locator error = shownError();
    Locator visibleSign = sign.locator("visible=true").first();
    visibleSign.or(error).first().waitFor();
    if (visibleSign.count() == 0) {
      throw new AssertionError(doing + " was refused: " + error.innerText());
    }
  }

  private static Locator.FilterOptions exactly(String text) {
    return new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + escaped(text) + "\\s*$"));
  }

  /** The browser reads the pattern, and knows nothing of {@link Pattern#quote(String)}. */
  private static String escaped(String text) {
    return text.replaceAll("[\\\\^$.*+?()\\[\\]{}|]", "\\\\$0");
  }
}
