package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.OfficialsClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Who sends bodies that do not end takes the service from nobody else. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.datasource.url=jdbc:h2:mem:bodies", "server.address=127.0.0.1", "cleanup.demo.cases=false",
        "camunda.bpm.job-execution.enabled=false", "cleanup.bodies.grace=3s"})
@ActiveProfiles("demo")
class SlowBodiesIT {

  private static final int CONNECTIONS = 300;
  private static final int PATIENCE_MILLIS = 8_000;
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
  private static final String FORM = "application/x-www-form-urlencoded";

  @LocalServerPort
  private int port;
  @Autowired
  private BodyLimits limits;
  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Test
  void othersAreServedWhileStrangersSendWithoutAnEnd() throws Exception {
    OfficialsClient official = signedIn("gov410300");
    for (int i = 0; i < CONNECTIONS; i++) {
      switch (i % 3) {
        case 0 -> begin("POST", "/camunda/api/engine/engine/default/task", "application/json", "Content-Length: 1000", "");
        case 1 -> begin("POST", "/camunda/api/engine/engine/default/task", "application/json", "Transfer-Encoding: chunked", "");
        default -> begin("POST", LOGIN, FORM, "Content-Length: 100", "");
      }
    }
    assertWorks(official);
    assertThat(new OfficialsClient(port).signIn("tasklist", "gov410700", "gov410700")).as("others sign in").isEqualTo(200);
  }

  @Test
  void othersAreServedWhileOneOfficialUploadsWithoutAnEnd() throws Exception {
    OfficialsClient official = signedIn("gov410300");
    OfficialsClient slow = signedIn("gov410700");
    String signedIn = "Cookie: %s\r\nX-XSRF-TOKEN: %s\r\nContent-Length: 2000000".formatted(slow.cookies(), slow.token());
    for (int i = 0; i < CONNECTIONS; i++) {
      begin("POST", "/camunda/api/cleanup/cases/none/documents", "multipart/form-data; boundary=x", signedIn, "--x\r\n");
    }
    assertWorks(official);
    assertThat(open.stream().filter(socket -> !answered(socket, 1)).count()).as("are waited for")
        .isLessThanOrEqualTo(limits.unfinishedPerOfficial());
  }

  @Test
  void aBodyThatTricklesInIsGivenUp() throws Exception {
    OfficialsClient slow = signedIn("gov410700");
    Socket socket = begin("POST", "/camunda/api/engine/engine/default/task", "application/json",
        "Cookie: %s\r\nX-XSRF-TOKEN: %s\r\nContent-Length: 1000".formatted(slow.cookies(), slow.token()), "{");
    for (int second = 0; second < 12 && !answered(socket, 1_000); second++) {
      socket.getOutputStream().write(' ');
    }
    assertThat(answered(socket, 1)).isTrue();
  }

  @Test
  void whatIsTooLargeForItsPurposeIsNotRead() throws Exception {
    assertThat(status(begin("POST", LOGIN, FORM, "Content-Length: 1000000", ""))).isEqualTo(413);
    assertThat(status(begin("PUT", "/camunda/api/cleanup/tasks/x/draft", "application/json", "Content-Length: 10", ""))).isEqualTo(401);
    OfficialsClient official = signedIn("gov410300");
    String cookies = "Cookie: %s\r\nX-XSRF-TOKEN: %s\r\n".formatted(official.cookies(), official.token());
    assertThat(status(begin("PUT", "/camunda/api/cleanup/tasks/x/draft", "application/json", cookies + "Content-Length: 6000000", "")))
        .isEqualTo(413);
    assertThat(
        status(begin("POST", "/camunda/api/engine/engine/default/task", "application/json", cookies + "Transfer-Encoding: chunked", "")))
        .isEqualTo(411);
  }

  private OfficialsClient signedIn(String user) throws IOException, InterruptedException {
    OfficialsClient client = new OfficialsClient(port);
    assertThat(client.signIn("tasklist", user, user)).isEqualTo(200);
    return client;
  }

  private static void assertWorks(OfficialsClient official) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    assertThat(official.get("/camunda/api/cleanup/counts").statusCode()).isEqualTo(200);
    assertThat(official.post("/camunda/api/engine/engine/default/task/count", "{}").statusCode()).isEqualTo(200);
    assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds").isLessThan(PATIENCE_MILLIS);
  }

  /** Begins a request from another address of this machine. */
  private Socket begin(String method, String path, String contentType, String headers, String beginning) throws IOException {
    Socket socket = new Socket();
    open.add(socket);
    socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
    socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), PATIENCE_MILLIS);
    socket.getOutputStream()
        .write(
            "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\n%s\r\n\r\n%s".formatted(method, path, contentType, headers, beginning)
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static int status(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    return Integer.parseInt(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9));
  }

  /** @return whether the server has said something, or has hung up */
  private static boolean answered(Socket socket, int millis) {
    try {
      socket.setSoTimeout(millis);
      socket.getInputStream().read();
      return true;
    } catch (SocketTimeoutException waiting) {
      return false;
    } catch (IOException closed) {
      return true;
    }
  }
}
