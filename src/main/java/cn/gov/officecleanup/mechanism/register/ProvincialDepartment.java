package cn.gov.officecleanup.mechanism.register;

/**
 * A department of the province that keeps an office, and so reports on it for itself (C20).
 *
 * @param code two digits, part of the ids of its groups
 * @param name as the register names it, e.g. 粮食局
 * @param title its full title, e.g. 河南省粮食局
 */
public record ProvincialDepartment(String code, String name, String title) {
}
