package cn.gov.officecleanup.edge.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much of the server the bodies of requests may take that have not arrived yet; the reasons stand beside the numbers in
 * {@code application.yml}.
 *
 * @param unfinished most bodies at once that the server waits for
 * @param unfinishedPerOfficial most of them of one official, however many sessions that one has
 * @param unfinishedPerAddress most of them from one address of people who are not signed in
 * @param grace how long a body may take however small it is
 * @param bytesPerSecond how fast a body has to arrive after that, on average
 * @param signIn largest body of who is not signed in: a name and a password
 * @param text largest body that is no file
 * @param file largest body of an upload, or of a form that holds a file
 */
@ConfigurationProperties("cleanup.bodies")
record BodyLimits(int unfinished, int unfinishedPerOfficial, int unfinishedPerAddress, Duration grace, int bytesPerSecond, DataSize signIn,
    DataSize text, DataSize file) {
}
