package cn.gov.officecleanup.mechanism.wall;

import cn.gov.officecleanup.OfficeCleanupApplication;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.ActivateJobCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.FindHistoryCleanupJobsCmd;
import org.camunda.bpm.engine.impl.cmd.GetActivityInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentBpmnModelInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessDiagramCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceForIdCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceNamesCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourcesCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableTypedCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetFormKeyCmd;
import org.camunda.bpm.engine.impl.cmd.GetHistoricJobLogExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetHistoryLevelCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetJobExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetPasswordPolicyCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetStaticCalledProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetSubTasksCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTelemetryDataCmd;
import org.camunda.bpm.engine.impl.cmd.GetUniqueTaskWorkerCountCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;
import org.camunda.bpm.engine.impl.cmd.IsTelemetryEnabledCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockUserCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionDefinitionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionDiagramCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionModelCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionRequirementsDefinitionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionRequirementsDiagramCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionRequirementsModelCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDmnModelInstanceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;

/**
 * The one list of what those who are signed in may have the engine do, through whichever interface. To be on it is not yet to be allowed:
 * the engine asks for the rights that {@code identity.GroupAuthorizations} grants. What is not on it, and whatever a newer engine brings,
 * is the application's alone. Tasks are claimed, given back and completed by commands of the application's own, which ask who may.
 */
final class OfficialsCommands {

  /** reads that show what a case holds; queries for variables aside */
  private static final Set<Class<?>> CONTENTS = Set.of(GetExecutionVariableCmd.class, GetExecutionVariableTypedCmd.class,
      GetExecutionVariablesCmd.class);

  /**
   * The engine's own comments and attachments, of which this application makes none: for most of them the engine asks whether somebody may
   * read the case, for those asked for by their id not even that, and never whether the case is about a person.
   */
  private static final Set<Class<?>> REMARKS = Set.of(GetAttachmentCmd.class, GetAttachmentContentCmd.class, GetTaskCommentCmd.class,
      GetTaskAttachmentCmd.class, GetTaskAttachmentContentCmd.class);
  private static final Set<Class<?>> LISTS_OF_REMARKS = Set.of(GetProcessInstanceCommentsCmd.class, GetProcessInstanceAttachmentsCmd.class,
      GetTaskCommentsCmd.class, GetTaskEventsCmd.class, GetTaskAttachmentsCmd.class);

  /** other reads beside queries, of which the engine shows everybody what they may read */
  private static final Set<Class<?>> READS = Set.of(
      // tasks and their forms
      GetTaskFormCmd.class, GetRenderedTaskFormCmd.class, GetDeployedTaskFormCmd.class, GetTaskFormVariablesCmd.class, GetFormKeyCmd.class,
      GetStartFormCmd.class, GetRenderedStartFormCmd.class, GetDeployedStartFormCmd.class, GetStartFormVariablesCmd.class,
      GetTaskVariableCmd.class, GetTaskVariableCmdTyped.class, GetTaskVariablesCmd.class, GetIdentityLinksForTaskCmd.class,
      GetSubTasksCmd.class, GetFilterCmd.class,
      // models and where their instances stand
      GetDeployedProcessDefinitionCmd.class, GetDeploymentProcessModelCmd.class, GetDeploymentProcessDiagramCmd.class,
      GetDeploymentBpmnModelInstanceCmd.class, GetStaticCalledProcessDefinitionCmd.class, GetIdentityLinksForProcessDefinitionCmd.class,
      GetDeploymentResourceCmd.class, GetDeploymentResourceForIdCmd.class, GetDeploymentResourceNamesCmd.class,
      GetDeploymentResourcesCmd.class, GetDeploymentDecisionDefinitionCmd.class, GetDeploymentDecisionModelCmd.class,
      GetDeploymentDecisionDiagramCmd.class, GetDeploymentDecisionRequirementsDefinitionCmd.class,
      GetDeploymentDecisionRequirementsModelCmd.class, GetDeploymentDecisionRequirementsDiagramCmd.class,
      GetDeploymentDmnModelInstanceCmd.class, GetActivityInstanceCmd.class,
      // technical state
      GetJobExceptionStacktraceCmd.class, GetHistoricJobLogExceptionStacktraceCmd.class, FindHistoryCleanupJobsCmd.class,
      GetHistoryLevelCmd.class, GetTelemetryDataCmd.class, IsTelemetryEnabledCmd.class, GetUniqueTaskWorkerCountCmd.class,
      MetricsQueryImpl.class,
      // users
      IsIdentityServiceReadOnlyCmd.class, CreateUserQueryCmd.class, CreateGroupQueryCmd.class, CreateTenantQueryCmd.class,
      GetPasswordPolicyCmd.class, AuthorizationCheckCmd.class, CheckPassword.class);

  private static final Set<Class<?>> WRITES = Set.of(
      // starting a procedure, by its start form; in the middle is refused in words of its own
      StartProcessInstanceCmd.class, SubmitStartFormCmd.class, StartProcessInstanceAtActivitiesCmd.class,
      // system administrators: users, and jobs that failed; of the application's own jobs also a rest
      CreateUserCmd.class, SaveUserCmd.class, DeleteUserCmd.class, UnlockUserCmd.class, SetJobRetriesCmd.class, SuspendJobCmd.class,
      ActivateJobCmd.class,
      // security administrators; grants are refused in words of their own
      CreateMembershipCmd.class, DeleteMembershipCmd.class, SaveAuthorizationCmd.class, DeleteAuthorizationCmd.class);

  private static final String APPLICATION = OfficeCleanupApplication.class.getPackageName() + ".";

  private OfficialsCommands() {
  }

  /** @return whether somebody who is signed in may ask for commands of this type */
  static boolean allows(Class<?> type) {
    return AbstractQuery.class.isAssignableFrom(type) || AbstractExecuteFilterCmd.class.isAssignableFrom(type) || READS.contains(type)
        || CONTENTS.contains(type) || REMARKS.contains(type) || LISTS_OF_REMARKS.contains(type) || WRITES.contains(type)
        || type.getName().startsWith(APPLICATION);
  }

  /** @return whether it shows what a case holds */
  static boolean readsContents(Command<?> command) {
    return CONTENTS.contains(command.getClass()) || readsARemark(command) || listsRemarks(command);
  }

  /** @return whether it asks for one of the engine's comments or attachments, of which nobody finds any */
  static boolean readsARemark(Command<?> command) {
    return REMARKS.contains(command.getClass());
  }

  /** @return whether it lists the engine's comments or attachments, of which nobody finds any */
  static boolean listsRemarks(Command<?> command) {
    return LISTS_OF_REMARKS.contains(command.getClass());
  }
}
