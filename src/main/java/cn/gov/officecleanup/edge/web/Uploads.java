package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.document.FileName;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Tells who uploads a file that the server cannot even take in what is wrong with its name, instead of calling it too large or the system
 * at fault.
 */
@Component("multipartResolver")
class Uploads extends StandardServletMultipartResolver {

  private static final int DEPTH = 20;
  /** how Tomcat says so; it has no type for it */
  private static final String LONG_HEADER = "Header section";

  /** What could not be taken in is not taken in again where the answer about it is written. */
  @Override
  public boolean isMultipart(HttpServletRequest request) {
    return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
  }

  @Override
  public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
    try {
      return super.resolveMultipart(request);
    } catch (MultipartException e) {
      List<Throwable> causes = Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause).limit(DEPTH).toList();
      if (causes.stream().anyMatch(cause -> String.valueOf(cause.getMessage()).contains(LONG_HEADER))) {
        throw FileName.tooLong();
      }
      if (causes.stream().anyMatch(InvalidFileNameException.class::isInstance)) {
        throw FileName.unreadable();
      }
      throw e;
    }
  }
}
