package cn.gov.officecleanup.mechanism.signature;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the picture of each official's signature. Only the official who is signed in keeps or withdraws it, and only what that one says
 * bears it; what was said before goes on bearing the picture of that time.
 */
@Repository
public class Signatures {

  /** most bytes of a picture that is sent */
  public static final int MOST_BYTES = 512 * 1024;
  /** most pixels of either side of a picture that is sent */
  public static final int MOST_PIXELS = 2000;
  /** height of what is kept, in pixels; a lower picture is kept as it is */
  static final int KEPT_HEIGHT = 120;
  /** width of what is kept, in pixels, at most */
  static final int KEPT_WIDTH = 480;

  private static final Set<String> FORMATS = Set.of("png", "jpeg");
  private static final String RULE = "签名图要求";
  private static final String LATEST = """
    from signature s where s.user_id = :userId and s.withdrawn_at is null
      and not exists (select 1 from signature later where later.user_id = s.user_id and later.ordinal > s.ordinal)""";

  private final JdbcClient jdbc;
  private final Officials officials;
  private final Clock clock;

  Signatures(JdbcClient jdbc, Officials officials, Clock clock) {
    this.jdbc = jdbc;
    this.officials = officials;
    this.clock = clock;
  }

  /**
   * A signature that an official keeps.
   *
   * @param keptAt since when
   */
  public record Kept(long id, OffsetDateTime keptAt) {
  }

  /** @return what the official keeps at present; empty if nothing */
  public Optional<Kept> of(Official official) {
    return jdbc.sql("select s.id, s.kept_at " + LATEST).param("userId", official.userId()).query(Kept.class).optional();
  }

  /**
   * @return the number of the signature that what this official says now bears; empty if that one keeps none, or is not who is signed in
   */
  public Optional<Long> signing(Official official) {
    return officials.current().filter(current -> current.userId().equals(official.userId())).flatMap(this::of).map(Kept::id);
  }

  /**
   * Keeps a picture as the signature of whoever is signed in, in place of the one before. Only what is drawn is kept, not what else the
   * file holds.
   *
   * @param picture PNG or JPEG, at most {@value #MOST_BYTES} bytes and {@value #MOST_PIXELS} pixels wide and high
   * @throws RefusedException when it is none, too large, or shows nothing
   */
  @Transactional
  public Kept keep(byte[] picture) {
    Official official = officials.required();
    byte[] kept = drawn(picture);
    // before the look at what is kept: of two that come at once the later one then meets the earlier one's number, and looks again
    int latest = jdbc.sql("select coalesce(max(ordinal), 0) from signature where user_id = :userId")
        .param("userId", official.userId())
        .query(Integer.class)
        .single();
    Optional<Kept> before = of(official);
    if (before.flatMap(same -> picture(same.id())).filter(same -> Arrays.equals(same, kept)).isPresent()) {
      return before.get();
    }
    jdbc.sql("insert into signature (user_id, ordinal, picture, kept_at) values (:userId, :ordinal, :picture, :now)")
        .param("userId", official.userId())
        .param("ordinal", latest + 1)
        .param("picture", kept)
        .param("now", OffsetDateTime.now(clock))
        .update();
    return of(official).orElseThrow();
  }

  /** Withdraws the signature of whoever is signed in: what is said from now on bears none. */
  @Transactional
  public void withdraw() {
    of(officials.required()).ifPresent(kept -> jdbc.sql("update signature set withdrawn_at = :now where id = :id")
        .param("now", OffsetDateTime.now(clock))
        .param("id", kept.id())
        .update());
  }

  /** @return the picture as PNG; empty where there is none of that number */
  public Optional<byte[]> picture(long id) {
    return jdbc.sql("select picture from signature where id = :id").param("id", id).query((row, number) -> row.getBytes(1)).optional();
  }

  private static byte[] drawn(byte[] picture) {
    if (picture.length > MOST_BYTES) {
      throw refused("SIGNATURE_TOO_LARGE", "签名图大小为%d KB，超过上限%d KB，请裁去四周空白或者缩小后再上传。".formatted(picture.length / 1024, MOST_BYTES / 1024));
    }
    BufferedImage read = read(picture);
    double scale = Math.min(1, Math.min((double) KEPT_HEIGHT / read.getHeight(), (double) KEPT_WIDTH / read.getWidth()));
    int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.drawImage(read.getScaledInstance(width, height, BufferedImage.SCALE_AREA_AVERAGING), 0, 0, Color.WHITE, null);
    graphics.dispose();
    if (!showsSomething(drawn)) {
      throw refused("SIGNATURE_EMPTY", "签名图是空白的，请在白纸上用深色笔签名，拍照或者扫描后再上传。");
    }
    try (ByteArrayOutputStream written = new ByteArrayOutputStream()) {
      ImageIO.write(drawn, "png", written);
      return written.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The size is asked before anything is drawn: a small file may hold an enormous picture. */
  private static BufferedImage read(byte[] picture) {
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw notAPicture();
      }
      ImageReader reader = readers.next();
      try {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          throw notAPicture();
        }
        reader.setInput(stream, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > MOST_PIXELS || height > MOST_PIXELS) {
          throw refused("SIGNATURE_TOO_LARGE", "签名图为%d×%d像素，超过上限%d×%d，请缩小后再上传。".formatted(width, height, MOST_PIXELS, MOST_PIXELS));
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException e) {
      // cut off or damaged; what Java's readers say of it is no help to an official
      throw notAPicture();
    }
  }

  private static RefusedException notAPicture() {
    return refused("SIGNATURE_NO_PICTURE", "签名图只能是PNG或者JPEG图片，所选文件不是，或者已经损坏，请重新选择。");
  }

  private static boolean showsSomething(BufferedImage drawn) {
    int first = drawn.getRGB(0, 0);
    for (int y = 0; y < drawn.getHeight(); y++) {
      for (int x = 0; x < drawn.getWidth(); x++) {
        if (drawn.getRGB(x, y) != first) {
          return true;
        }
      }
    }
    return false;
  }

  private static RefusedException refused(String code, String message) {
    return new RefusedException(code, message, RULE);
  }
}
