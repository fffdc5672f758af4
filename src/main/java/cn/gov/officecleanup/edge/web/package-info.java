/**
 * What a browser meets besides the engine's web applications: the addresses below {@code /camunda/api/cleanup}, sign-in, failures.
 *
 * <p>
 * <b>One shape of an error</b>: Whatever is not done is answered with problem details (RFC 9457: {@code status}, {@code code}, a Chinese
 * {@code detail}, {@code findings}), by the engine's interfaces as well ({@code EngineProblems}): 4xx and one line of log for what the
 * caller can mend, 500 and a number for what not ({@code Problems}). {@code message} repeats {@code detail} for Camunda's web applications.
 *
 * <p>
 * <b>Pages that many open</b>: Camunda hands the script nonce of a page from one filter to the next by an attribute of the whole
 * application; {@code ScriptNonceFilter} gives each page that of its own header.
 *
 * <p>
 * <b>Idle sessions</b>: Tasklist polls, so the server's session would never end: {@code lib/cleanup/session-guard.js} warns two minutes
 * before {@code server.servlet.session.timeout}, keeps what is typed, signs out.
 */
package cn.gov.officecleanup.edge.web;
