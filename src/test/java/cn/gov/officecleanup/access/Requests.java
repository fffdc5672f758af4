package cn.gov.officecleanup.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * Makes of an address a request that would do something, were it let: its variables name what is the county's, its body is one that its
 * method reads. What stands for which variable, parameter and type of body is in {@code access/requests.json}; one that is not there fails.
 */
final class Requests {

  private static final Pattern VARIABLE = Pattern.compile("\\{([\\w-]+)}");
  private static final String BOUNDARY = "matrix-part";
  private static final String JSON_TYPE = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  /**
   * The file.
   *
   * @param values what stands for the variables of paths, by the end of the path with the variable
   * @param queries parameters by address
   * @param paths the same as values, for one address
   * @param bodies by the type that the method reads, or by address
   */
  private record Table(Map<String, String> values, Map<String, String> queries, Map<String, Map<String, String>> paths,
      Map<String, JsonNode> bodies) {
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Table table;

  Requests() throws IOException {
    table = JSON.readValue(new ClassPathResource("access/requests.json").getContentAsByteArray(), new TypeReference<>() {
    });
  }

  /** @return the address with what stands for its variables, and its parameters */
  String target(Address address, Map<String, String> things) {
    StringBuilder target = new StringBuilder();
    Matcher variable = VARIABLE.matcher(address.path());
    while (variable.find()) {
      String value = put(valueOf(address, variable), things);
      variable.appendReplacement(target, Matcher.quoteReplacement(value.contains("/") ? value : URLEncoder.encode(value, UTF_8)));
    }
    variable.appendTail(target);
    String query = table.queries.get(address.name());
    if (query == null) {
      return target.toString();
    }
    Matcher thing = VARIABLE.matcher(query);
    return target + "?" + thing.replaceAll(match -> Matcher.quoteReplacement(URLEncoder.encode(things.get(match.group(1)), UTF_8)));
  }

  private String valueOf(Address address, Matcher variable) {
    String before = address.path().substring(0, variable.end());
    Map<String, String> own = table.paths.getOrDefault(address.name(), Map.of());
    for (Map<String, String> values : List.of(own, table.values)) {
      String longest = values.keySet().stream().filter(before::endsWith).max(Comparator.comparingInt(String::length)).orElse(null);
      if (longest != null) {
        return values.get(longest);
      }
    }
    throw new IllegalStateException("requests.json has no value for " + variable.group() + " of " + address.name());
  }

  /**
   * @param caller user id
   * @param password the caller's own
   * @return the request, but for what tells who sends it
   */
  HttpRequest.Builder request(String server, Address address, Map<String, String> things, String caller, String password) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + target(address, things)));
    if (address.path().contains("/login/")) {
      return with(request, address, FORM, ("username=" + things.get("user") + "&password=wrong").getBytes(UTF_8));
    }
    if (address.body() == null) {
      boolean none = List.of("GET", "DELETE", "OPTIONS").contains(address.method());
      return none ? request.method(address.method(), HttpRequest.BodyPublishers.noBody())
          : with(request, address, JSON_TYPE, "{}".getBytes(UTF_8));
    }
    String type = simpleName(address.body());
    if (type.startsWith("Multipart")) {
      return with(request, address, "multipart/form-data; boundary=" + BOUNDARY, parts());
    }
    JsonNode body = table.bodies.containsKey(address.name()) ? table.bodies.get(address.name()) : table.bodies.get(type);
    if (body == null && type.endsWith("QueryDto")) {
      body = JSON.createObjectNode();
    }
    if (body == null) {
      throw new IllegalStateException("requests.json has no body of type " + type + " for " + address.name());
    }
    String filled = put(body.toString().replace("{callersPassword}", password).replace("{caller}", caller), things);
    return with(request, address, JSON_TYPE, filled.getBytes(UTF_8));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, Address address, String type, byte[] body) {
    return request.header("Content-Type", type).method(address.method(), HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private static String put(String template, Map<String, String> things) {
    return VARIABLE.matcher(template).replaceAll(match -> {
      String value = things.get(match.group(1));
      if (value == null) {
        throw new IllegalStateException("nothing prepared for " + match.group() + " in " + template);
      }
      return Matcher.quoteReplacement(value);
    });
  }

  private static String simpleName(Type type) {
    Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    return ((Class<?>) raw).getSimpleName();
  }

  private static byte[] parts() {
    List<String> parts = new ArrayList<>();
    for (String file : List.of("data", "file", "content")) {
      parts.add(("Content-Disposition: form-data; name=\"%s\"; filename=\"matrix-%s.pdf\"\r\nContent-Type: application/octet-stream\r\n"
          + "\r\n%%PDF-1.4").formatted(file, file));
    }
    Map.of("valueType", "Bytes", "attachment-name", "matrix", "attachment-type", "text/plain", "deployment-name", "matrix")
        .forEach((name, value) -> parts
            .add("Content-Disposition: form-data; name=\"%s\"\r\nContent-Type: text/plain\r\n\r\n%s".formatted(name, value)));
    StringBuilder body = new StringBuilder();
    parts.forEach(part -> body.append("--").append(BOUNDARY).append("\r\n").append(part).append("\r\n"));
    return body.append("--").append(BOUNDARY).append("--\r\n").toString().getBytes(UTF_8);
  }
}
