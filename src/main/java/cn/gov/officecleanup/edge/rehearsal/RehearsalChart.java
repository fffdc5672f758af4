package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Deadline;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.UnitCourse;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.report.Figure;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StackedXYBarRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.time.TimeTableXYDataset;
import org.jfree.data.time.Week;

/**
 * Draws a rehearsal: above, how many offices of each unit had an outcome by each deadline, after it, or never; below, what was reminded of
 * and missed in each week, with the deadlines as lines. Where no font of the machine knows Chinese, units are named by their codes and the
 * words are English.
 */
final class RehearsalChart {

  private static final int WIDTH = 1500;
  private static final int ROW_HEIGHT = 24;
  private static final int AROUND_ROWS = 160;
  private static final int BELOW = 420;
  private static final String SAMPLE = "清理规范";
  private static final Color[] SHADES = {new Color(0x1a6fb5), new Color(0x4f9bd4), new Color(0x93c3e8), new Color(0xf0b34a),
      new Color(0xc9382b)};
  private static final Color REMINDED = new Color(0x93c3e8);
  private static final Color MISSED = new Color(0xc9382b);

  private final RehearsalResult result;
  private final boolean chinese;
  private final StandardChartTheme theme;

  private RehearsalChart(RehearsalResult result) {
    this.result = result;
    String family = Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
        .filter(font -> font.canDisplayUpTo(SAMPLE) == -1)
        .map(Font::getFamily)
        .sorted((one, other) -> Boolean.compare(other.contains("SC"), one.contains("SC")))
        .findFirst()
        .orElse(null);
    chinese = family != null;
    theme = new StandardChartTheme("rehearsal");
    String used = chinese ? family : Font.SANS_SERIF;
    theme.setExtraLargeFont(new Font(used, Font.BOLD, 20));
    theme.setLargeFont(new Font(used, Font.PLAIN, 15));
    theme.setRegularFont(new Font(used, Font.PLAIN, 13));
    theme.setSmallFont(new Font(used, Font.PLAIN, 12));
    theme.setPlotBackgroundPaint(Color.WHITE);
    theme.setRangeGridlinePaint(Color.LIGHT_GRAY);
    theme.setDomainGridlinePaint(Color.LIGHT_GRAY);
    theme.setBarPainter(new StandardBarPainter());
    theme.setXYBarPainter(new StandardXYBarPainter());
    theme.setShadowVisible(false);
  }

  static Path draw(RehearsalResult result, Path file) throws IOException {
    RehearsalChart chart = new RehearsalChart(result);
    List<UnitCourse> units = result.units().stream().filter(unit -> last(unit).figures().count(Figure.BEFORE) > 0).toList();
    int above = AROUND_ROWS + ROW_HEIGHT * units.size();
    BufferedImage image = new BufferedImage(WIDTH, above + BELOW, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    chart.outcomes(units).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, above));
    chart.notices().draw(graphics, new Rectangle2D.Double(0, above, WIDTH, BELOW));
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static RehearsalResult.Standing last(UnitCourse unit) {
    return unit.standings().get(unit.standings().size() - 1);
  }

  private JFreeChart outcomes(List<UnitCourse> units) {
    DefaultCategoryDataset bars = new DefaultCategoryDataset();
    for (UnitCourse unit : units) {
      String name = chinese ? unit.name() : unit.code();
      int before = 0;
      for (int i = 0; i < unit.standings().size(); i++) {
        int decided = unit.standings().get(i).decided();
        bars.addValue(Math.max(0, decided - before), until(i), name);
        before = Math.max(before, decided);
      }
      bars.addValue(Math.max(0, last(unit).figures().count(Figure.BEFORE) - before), said("始终没有结果", "never"), name);
    }
    JFreeChart chart = ChartFactory.createStackedBarChart(said("各单位办事机构何时有清理结果", "When the offices of each unit had an outcome"), null,
        said("机构（个）", "offices"), bars, PlotOrientation.HORIZONTAL, true, false, false);
    theme.apply(chart);
    CategoryPlot plot = chart.getCategoryPlot();
    ((NumberAxis) plot.getRangeAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    BarRenderer renderer = (BarRenderer) plot.getRenderer();
    for (int i = 0; i < SHADES.length; i++) {
      renderer.setSeriesPaint(i, SHADES[i]);
    }
    return chart;
  }

  private String until(int position) {
    if (position == result.deadlines().size()) {
      return said("报送期限以后", "after the report deadline");
    }
    Deadline deadline = result.deadlines().get(position);
    return said("%s（%s）以前".formatted(deadline.name(), InWords.day(deadline.day())), "by " + deadline.day());
  }

  private JFreeChart notices() {
    TimeTableXYDataset weeks = new TimeTableXYDataset();
    addWeeks(weeks, false, said("提醒", "reminders"));
    addWeeks(weeks, true, said("逾期督办", "missed, escalated"));
    JFreeChart chart = ChartFactory.createXYBarChart(said("每周的提醒和逾期督办", "Reminders and escalations of each week"), null, true,
        said("次", "number"), weeks, PlotOrientation.VERTICAL, true, false, false);
    StackedXYBarRenderer renderer = new StackedXYBarRenderer(0.1);
    chart.getXYPlot().setRenderer(renderer);
    theme.apply(chart);
    renderer.setSeriesPaint(0, REMINDED);
    renderer.setSeriesPaint(1, MISSED);
    XYPlot plot = chart.getXYPlot();
    DateAxis time = (DateAxis) plot.getDomainAxis();
    time.setTimeZone(TimeZone.getTimeZone(EngineClock.ZONE));
    time.setDateFormatOverride(new SimpleDateFormat(said("yyyy年M月", "yyyy-MM")));
    for (Deadline deadline : result.deadlines()) {
      ValueMarker line = new ValueMarker(date(deadline.day()).getTime(), Color.DARK_GRAY, new BasicStroke(1.5f));
      line.setLabel(said(deadline.name(), deadline.day().toString()));
      line.setLabelFont(theme.getSmallFont());
      line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
      line.setLabelTextAnchor(TextAnchor.TOP_LEFT);
      plot.addDomainMarker(line);
    }
    return chart;
  }

  /** Weeks without any are there as well, so that every bar stands at its time. */
  private void addWeeks(TimeTableXYDataset weeks, boolean missed, String series) {
    Map<LocalDate, Long> counts = new TreeMap<>(result.notices()
        .stream()
        .filter(notice -> notice.missed() == missed)
        .collect(Collectors.groupingBy(notice -> monday(notice.entry().notedAt().atZoneSameInstant(EngineClock.ZONE).toLocalDate()),
            Collectors.counting())));
    for (LocalDate week = monday(result.plan().start()); !week.isAfter(result.ended()); week = week.plusWeeks(1)) {
      weeks.add(new Week(date(week.plusDays(2)), TimeZone.getTimeZone(EngineClock.ZONE), Locale.CHINA), counts.getOrDefault(week, 0L),
          series, false);
    }
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(EngineClock.ZONE).toInstant());
  }

  private String said(String inChinese, String inEnglish) {
    return chinese ? inChinese : inEnglish;
  }
}
