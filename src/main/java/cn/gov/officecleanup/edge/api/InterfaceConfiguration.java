package cn.gov.officecleanup.edge.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the token before the interface and its description, and begins the latter. */
@Configuration
class InterfaceConfiguration implements WebMvcConfigurer {

  /** Below it lies the interface; what is not read in the same way any more gets another. */
  static final String PATH = "/api/v1";
  private static final String TOKEN = "token";

  private final ServiceToken token;

  InterfaceConfiguration(ServiceToken token) {
    this.token = token;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(token).addPathPatterns(PATH + "/**");
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(new Info().title("驻省会城市办事机构清理规范·对外接口")
            .version("1")
            .description("供其他系统只读查询案件、待办环节、现有机构和进度数字。以安全管理员发放的服务账号令牌访问，看到的不多于该账号所授各组的成员；涉及个人的案件一律不提供。"
                + "时间为ISO 8601格式并带时区，金额为以元计、精确到分的字符串。列表逐页读取：把上一页的next作为after再次请求，next为空即到末尾。"))
        .servers(List.of(new Server().url("/").description("本系统")))
        .components(new Components().addSecuritySchemes(TOKEN,
            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").description("服务账号的令牌，由安全管理员在“服务账号”页面发放")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
