/**
 * What a browser meets besides the engine's web applications: the addresses below {@code /camunda/api/cleanup}, sign-in, failures.
 *
 * <p>
 * <b>One shape of an error</b>: Whatever is not done is answered with problem details (RFC 9457: {@code status}, {@code code}, a Chinese
 * {@code detail}, {@code findings}), by the engine's interfaces as well ({@code EngineProblems}): 4xx and one line of log for what the
 * caller can mend, 500 and a number for what not ({@code Problems}). {@code message} repeats {@code detail} for Camunda's web applications.
 *
 * <p>
 * <b>Pages of the web applications</b>: {@code WebAppPages} gives each the script nonce of its own header and says in Chinese what it is
 * and when it could not be loaded whole. {@code NamesOfUsers} has Tasklist show names where the engine withholds users,
 * {@code lib/cleanup/notices.js} has no notice be English.
 *
 * <p>
 * <b>Bytes</b>: Tasklist is first used with less than 1,000,000 bytes over the line, 8 seconds at 1 Mbit/s ({@code FormsWalkIT} counts
 * them), and as well as none from then on. All is compressed by gzip, which is all that browsers take from {@code http://} addresses; of
 * the libraries, which are the most by far, only what Tasklist runs is sent ({@code src/build/TasklistLibraries.java}); browsers keep them
 * ({@code CachedFiles}).
 *
 * <p>
 * <b>Idle sessions</b>: Tasklist polls, so the server's session would never end: {@code lib/cleanup/session-guard.js} warns two minutes
 * before {@code server.servlet.session.timeout}, keeps what is typed, signs out. The page to sign in at says that one was signed out,
 * however that came, and that what was typed is kept.
 */
package cn.gov.officecleanup.edge.web;
