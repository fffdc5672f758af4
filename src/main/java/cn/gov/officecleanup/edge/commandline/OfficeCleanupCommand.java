package cn.gov.officecleanup.edge.commandline;

import cn.gov.officecleanup.procedure.audit.LedgerCheckCommand;
import cn.gov.officecleanup.mechanism.identity.UnlockUserCommand;
import cn.gov.officecleanup.mechanism.register.RegisterExportCommand;
import cn.gov.officecleanup.mechanism.register.RegisterImportCommand;
import cn.gov.officecleanup.mechanism.reporter.RotateReporterKeyCommand;
import cn.gov.officecleanup.edge.rehearsal.RehearseCommand;
import picocli.CommandLine.Command;

/** The commands there are. */
@Command(name = "office-cleanup", subcommands = {RegisterImportCommand.class, RegisterExportCommand.class, LedgerCheckCommand.class,
    RehearseCommand.class, UnlockUserCommand.class, RotateReporterKeyCommand.class})
class OfficeCleanupCommand {
}
