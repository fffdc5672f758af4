package cn.gov.officecleanup.mechanism.register;

/** Told, in the same transaction, when an import has entered or amended offices. */
public record RegisterChanged() {
}
