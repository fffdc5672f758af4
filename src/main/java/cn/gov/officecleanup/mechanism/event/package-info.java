/**
 * Tells other systems what happened: that a case was opened, a step done, a deadline missed; and hands on the daily notices, to be brought
 * to officials by SMS or 政务钉钉.
 *
 * <p>
 * <b>Outbox</b>: What is to be told is written into {@code outgoing_event} in the transaction that it tells of, so that what is rolled back
 * leaves nothing ({@code Outbox}), and sent afterwards by POST ({@code EventSender}): to each receiver in the order in which it was noted
 * (of transactions that ran at the same time either may come first), at least once, also when the process is killed between the answer and
 * its being kept: a receiver passes over the {@code webhook-id} that it has met. One node at a time sends to a receiver.
 *
 * <p>
 * <b>What does not arrive</b> (any answer but 2xx; redirections are not followed) is tried again after a pause that doubles; nothing
 * overtakes it. After {@code cleanup.events.tries} it is given up, with an entry of the audit log and a mail to the system administrators,
 * and the next is sent.
 *
 * <p>
 * <b>Content</b>: ids, case number, name of the step, day, and of a notice its sentence: no personal data. It is signed as Standard
 * Webhooks says (HMAC-SHA256 over id, time and body), so that receivers can check it with that specification's libraries.
 *
 * <p>
 * <b>Receivers</b> are set by who runs the server ({@code cleanup.events.receivers}), their secrets in its environment: whoever has a
 * secret could speak in this system's name, so that none is in the database or on a page. Addresses are {@code https}, and nobody's input;
 * hence an inner address may be one.
 */
package cn.gov.officecleanup.mechanism.event;
