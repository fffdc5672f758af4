package cn.gov.officecleanup.edge.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * A map of the province drawn with a tile for each city and province-administered county, about where it lies: reference data of an
 * installation, read from the file that {@code cleanup.province.map} names. A unit that the file does not name has no place on the map.
 */
@Component
class ProvinceMap {

  /**
   * Where a tile is, counted from the upper left corner.
   *
   * @param column from 1; 0 where a unit has no place
   * @param line the same
   */
  record Tile(int column, int line) {

    private static final Tile NONE = new Tile(0, 0);
  }

  private static final int CODE = 0;
  private static final int COLUMN = 2;
  private static final int LINE = 3;

  private final Map<String, Tile> tiles;

  /** @throws IOException the file cannot be read */
  ProvinceMap(@Value("${cleanup.province.map}") Resource file) throws IOException {
    tiles = file.getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split(","))
        .collect(Collectors.toUnmodifiableMap(cells -> cells[CODE],
            cells -> new Tile(Integer.parseInt(cells[COLUMN].strip()), Integer.parseInt(cells[LINE].strip()))));
  }

  /** @return the tile of the unit of a code */
  Tile tileOf(String unitCode) {
    return tiles.getOrDefault(unitCode, Tile.NONE);
  }

  /** @return what a map calls a unit: without what its kind is, where that leaves two characters */
  static String shortName(String name, String province) {
    return name.replaceFirst("人民政府$", "").replaceFirst("^" + province + "(?=.)", "").replaceFirst("(?<=..)[市县]$", "");
  }
}
