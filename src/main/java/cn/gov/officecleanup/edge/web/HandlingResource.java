package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.handling.Assisting;
import cn.gov.officecleanup.mechanism.handling.Circulating;
import cn.gov.officecleanup.mechanism.handling.Commenting;
import cn.gov.officecleanup.mechanism.handling.HandlingOptions;
import cn.gov.officecleanup.mechanism.handling.LinkingCases;
import cn.gov.officecleanup.mechanism.handling.OpinionRequests;
import cn.gov.officecleanup.mechanism.handling.ReturningCase;
import cn.gov.officecleanup.mechanism.handling.TransferringTask;
import cn.gov.officecleanup.mechanism.handling.WhatFollows;
import cn.gov.officecleanup.procedure.urging.Urging;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Does with tasks and cases what officials ask for beside completing tasks. */
@RestController
@RequestMapping(SignedIn.PATH)
class HandlingResource {

  private final HandlingOptions.Finder options;
  private final TransferringTask transferring;
  private final ReturningCase returning;
  private final OpinionRequests requests;
  private final Assisting assisting;
  private final Circulating circulating;
  private final Commenting commenting;
  private final LinkingCases linking;
  private final Urging urging;
  private final WhatFollows follows;

  HandlingResource(HandlingOptions.Finder options, TransferringTask transferring, ReturningCase returning, OpinionRequests requests,
      Assisting assisting, Circulating circulating, Commenting commenting, LinkingCases linking, Urging urging, WhatFollows follows) {
    this.options = options;
    this.transferring = transferring;
    this.returning = returning;
    this.requests = requests;
    this.assisting = assisting;
    this.circulating = circulating;
    this.commenting = commenting;
    this.linking = linking;
    this.urging = urging;
    this.follows = follows;
  }

  record To(String to, String words) {
  }

  record ToOthers(List<String> others, String words) {
  }

  record WordsRequest(String words) {
  }

  @GetMapping("/tasks/{taskId}/handling")
  HandlingOptions options(@PathVariable String taskId) {
    return options.of(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/tasks/{taskId}/following")
  WhatFollows.Following following(@PathVariable String taskId) {
    return follows.after(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/tasks/{taskId}/transfer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void transfer(@PathVariable String taskId, @RequestBody To request) {
    transferring.transfer(taskId, request.to, request.words);
  }

  @PostMapping("/tasks/{taskId}/return")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveBack(@PathVariable String taskId, @RequestBody To request) {
    returning.returnTo(taskId, request.to, request.words);
  }

  @PostMapping("/tasks/{taskId}/opinion-request")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void ask(@PathVariable String taskId, @RequestBody ToOthers request) {
    requests.ask(taskId, request.others, request.words);
  }

  @DeleteMapping("/tasks/{taskId}/opinion-request")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBackRequest(@PathVariable String taskId) {
    requests.takeBack(taskId);
  }

  @PostMapping("/tasks/{taskId}/assistance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void askForAssistance(@PathVariable String taskId, @RequestBody ToOthers request) {
    assisting.ask(taskId, request.others, request.words);
  }

  @DeleteMapping("/tasks/{taskId}/assistance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void callOffAssistance(@PathVariable String taskId) {
    assisting.callOff(taskId);
  }

  @PostMapping("/tasks/{taskId}/circulation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void circulate(@PathVariable String taskId, @RequestBody ToOthers request) {
    circulating.circulate(taskId, request.others, request.words);
  }

  @PostMapping("/tasks/{taskId}/comment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void comment(@PathVariable String taskId, @RequestBody WordsRequest request) {
    commenting.comment(taskId, request.words);
  }

  @PostMapping("/cases/{caseNumber}/recall")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void recall(@PathVariable String caseNumber) {
    returning.recall(caseNumber);
  }

  @PostMapping("/cases/{caseNumber}/urging")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void urge(@PathVariable String caseNumber, @RequestBody WordsRequest request) {
    urging.urge(caseNumber, request.words);
  }

  @PostMapping("/cases/{caseNumber}/links")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void link(@PathVariable String caseNumber, @RequestBody To request) {
    linking.link(caseNumber, request.to, request.words);
  }

  @DeleteMapping("/cases/{caseNumber}/links/{other}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlink(@PathVariable String caseNumber, @PathVariable String other) {
    linking.unlink(caseNumber, other);
  }
}
