package cn.gov.officecleanup.mechanism.document;

/**
 * What a government asks for of an office, as documents put it into words.
 *
 * @param act word before the office's name in a title, e.g. 保留; empty where it stands behind
 * @param matter word behind the office's name in a title, e.g. 更名; empty where it stands before
 * @param words the whole, as it can follow 同意 and 不同意, e.g. 洛阳市人民政府驻郑州办事处更名为…
 */
public record Wish(String act, String matter, String words) {
}
