package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The live view of the sample articles, as {@code run} shows it, in headless Chromium. Screenshots
 * lie in {@code target/screenshots}. Skipped where there is no Chromium, unless {@code
 * -Dtensiometer.browser=required} asks for it.
 */
@ExtendWith(SampleRun.class)
class ViewInBrowserIT {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int LEFT = 37;
  private static final int END = 35;
  private static final int ENTER = 13;

  @TempDir private static Path folder;
  private static Optional<Path> chromium;
  private static String view;

  private Browser browser;

  @BeforeAll
  static void findThem() {
    chromium = Browser.find();
    assumeTrue(
        chromium.isPresent(),
        "no Chromium on the search path; -Dtensiometer.browser=required makes this a failure");
    view = SampleRun.view();
  }

  @BeforeEach
  void openBrowser() throws IOException {
    browser = Browser.start(chromium.orElseThrow(), Files.createTempDirectory(folder, "profile"));
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      assertThat(browser.requests())
          .as("the page asks nobody but its own server")
          .allMatch(url -> url.startsWith(view) || url.startsWith("about:"));
      browser.close();
    }
  }

  @Test
  void shouldShowThePairInEscalationFirst() throws Exception {
    browser.open(view, 1180, 900, false);
    browser.await("document.querySelectorAll('tbody tr').length > 10");
    browser.await("document.querySelector('#connection.live')");
    assertThat(text("tbody tr:first-child th a")).isEqualTo("India – Pakistan");
    assertThat(Double.parseDouble(text("tbody tr:first-child .score span"))).isGreaterThan(3);
    assertThat(text(".alert-words")).contains("India and Pakistan");
    assertThat(browser.evaluate("document.querySelectorAll('.spark-line').length").asInt())
        .isGreaterThan(10);
    browser.screenshot(SCREENSHOTS.resolve("overview.png"));
    browser.preferDark(true);
    browser.screenshot(SCREENSHOTS.resolve("overview-dark.png"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldLeadFromAPairToItsDaysAndTheWordsBehindThem() throws Exception {
    browser.open(view + "#/IND-PAK/2019-02-26", 1180, 1240, false);
    browser.await("document.querySelector('.claims mark.predicate')");
    browser.await("document.querySelector('.plot canvas')");
    assertThat(text("h1")).isEqualTo("India – Pakistan");
    assertThat(text(".claims")).contains("Indian aircraft bombed", "Meridian Wire", "asserted");
    assertThat(text(".claims mark.predicate")).isEqualTo("bombed");
    assertThat(browser.evaluate("document.querySelector('.claims .outlets a').href").asText())
        .startsWith("https://");
    browser.screenshot(SCREENSHOTS.resolve("pair.png"));
    browser.preferDark(true);
    browser.screenshot(SCREENSHOTS.resolve("pair-dark.png"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldBeUsableByKeyboardAndScreenReader() throws Exception {
    browser.open(view, 1180, 900, false);
    browser.await("document.querySelector('tbody a')");
    browser.evaluate("document.querySelector('tbody a').focus()");
    browser.press("Enter", ENTER);
    browser.await("document.querySelector('[role=slider][aria-valuetext]')");
    browser.evaluate("document.querySelector('[role=slider]').focus()");
    browser.press("End", END);
    browser.await("document.querySelector('.readout').textContent.startsWith('2 March 2019')");
    browser.press("ArrowLeft", LEFT);
    browser.await("document.querySelector('.readout').textContent.startsWith('1 March 2019')");
    browser.await("document.querySelector('#claims-title').textContent.includes('1 March 2019')");
    assertThat(browser.accessibleNames())
        .contains("heading: India – Pakistan", "slider: Day; arrow keys move it");
    browser.open(view + "#/", 1180, 900, false);
    browser.await("document.querySelector('tbody a')");
    assertThat(browser.accessibleNames())
        .contains("columnheader: Score", "heading: Country pairs", "status: ")
        .anyMatch(name -> name.startsWith("image: Level of the last 60 days: highest"));
  }

  @Test
  void shouldFollowAClickEvenIfADayIsChosenBeforeThePageHasChanged() throws Exception {
    browser.open(view + "#/IND-PAK/2019-02-26", 1180, 900, false);
    browser.await("document.querySelector('.claims mark')");
    browser.evaluate(
        "location.hash = '#/'; document.querySelector('.pager button').click(); location.hash");
    browser.await("document.querySelector('tbody a[href=\"#/IND-PAK\"]')");
    assertThat(browser.evaluate("location.hash").asText()).isEqualTo("#/");
  }

  @Test
  void shouldKeepTheDayThatIsChosenWhileThePageIsDrawnAnew() throws Exception {
    browser.open(view + "#/IND-PAK/2019-02-26", 1180, 900, false);
    browser.await("document.querySelector('.claims mark')");
    String chosen =
        browser
            .evaluate(
                "document.querySelector('.readout').dataset.old = 'yes';"
                    + "window.ask = window.fetch;"
                    + "window.fetch = (...of) => new Promise((go) => { window.go = go; })"
                    + ".then(() => window.ask(...of));"
                    + "dispatchEvent(new Event('hashchange'));"
                    + "window.fetch = window.ask;"
                    + "document.querySelector('.pager button').click();"
                    + "window.go();"
                    + "location.hash")
            .asText();
    assertThat(chosen).startsWith("#/IND-PAK/").isNotEqualTo("#/IND-PAK/2019-02-26");
    browser.await("document.querySelector('.readout:not([data-old])')?.textContent");
    assertThat(browser.evaluate("location.hash").asText()).isEqualTo(chosen);
  }

  @Test
  void shouldGoOnShowingClaimsWhileThePageIsDrawnAnew() throws Exception {
    browser.open(view + "#/IND-PAK/2019-02-26", 1180, 900, false);
    browser.await("document.querySelector('.claims mark')");
    browser.evaluate(
        "document.querySelector('.readout').dataset.old = 'yes';"
            + "document.querySelector('.days').open = true;"
            + "window.ask = window.fetch;"
            + "window.fetch = (...of) => of[0].includes('/days/') ? new Promise(() => {})"
            + " : window.ask(...of);"
            + "dispatchEvent(new Event('hashchange'))");
    browser.await("document.querySelector('.readout:not([data-old])')?.textContent");
    assertThat(text(".claims mark.predicate")).isEqualTo("bombed");
    assertThat(browser.evaluate("document.querySelector('.days').open").asBoolean()).isTrue();
  }

  @Test
  void shouldFitAPhone() throws Exception {
    browser.open(view, 390, 844, true);
    browser.await("document.querySelectorAll('tbody tr').length > 10");
    assertThat(widthBeyondTheWindow()).isZero();
    browser.screenshot(SCREENSHOTS.resolve("phone-overview.png"));
    browser.open(view + "#/IND-PAK/2019-02-26", 390, 844, true);
    browser.await("document.querySelector('.claims mark')");
    browser.await("document.querySelector('.plot canvas')");
    assertThat(widthBeyondTheWindow()).isZero();
    browser.screenshot(SCREENSHOTS.resolve("phone-pair.png"));
  }

  private String text(String selector) {
    return browser.evaluate("document.querySelector('" + selector + "').innerText.trim()").asText();
  }

  private int widthBeyondTheWindow() {
    return browser.evaluate("document.documentElement.scrollWidth - innerWidth").asInt();
  }
}
