package cn.gov.officecleanup.access;

import java.lang.reflect.Type;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be called from outside.
 *
 * @param method of HTTP
 * @param path from the server's root, with the names of what varies in braces
 * @param produces media types of its answers; empty where it does not say
 * @param body what it reads from the request's body; null where it reads none
 */
record Address(String method, String path, List<String> produces, Type body) implements Comparable<Address> {

  private static final Pattern EXPRESSION_OF_VARIABLE = Pattern.compile("\\{\\s*([\\w-]+)\\s*:[^{}]*(\\{[^{}]*}[^{}]*)*}");

  Address {
    path = EXPRESSION_OF_VARIABLE.matcher(("/" + path).replaceAll("/+", "/")).replaceAll("{$1}");
    path = path.length() > 1 && path.endsWith("/") && !path.startsWith("/camunda/app/") ? path.substring(0, path.length() - 1) : path;
  }

  /** @return the same with what another method answers at the same address: the media type decides which of them is asked */
  Address with(Address other) {
    List<String> both = Stream.concat(produces.stream(), other.produces.stream()).distinct().toList();
    return new Address(method, path, both, body == null ? other.body : body);
  }

  /** @return how the table of verdicts names it */
  String name() {
    return method + " " + path;
  }

  @Override
  public int compareTo(Address other) {
    return path.equals(other.path) ? method.compareTo(other.method) : path.compareTo(other.path);
  }
}
