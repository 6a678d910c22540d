# Of a Deployment or a Rollout of Argo three lines: done, failed or going; the
# per cent of the traffic that the new version has, where the object tells; and
# what the cluster says.
def condition($type): .status.conditions // [] | map(select(.type == $type)) | first;

# The largest weight of the steps that the canary has reached.
def reached:
  (.status.currentStepIndex // 0) as $index
  | [.spec.strategy.canary.steps // [] | .[0:$index + 1][] | .setWeight // empty] | max;

(if .kind == "Rollout" then
  # Argo keeps the generation that it has seen as text
  ((.status.observedGeneration // "" | tostring) == (.metadata.generation | tostring)) as $seen
  | {
      state: (
        if $seen | not then "going"
        elif .status.phase == "Healthy" then "done"
        elif .status.phase == "Degraded" or .status.abort == true then "failed"
        else "going" end
      ),
      traffic: (.status.canary.weights.canary.weight // reached),
      message: (.status.message // .status.phase // "no status yet")
    }
else
  ((.status.observedGeneration // 0) >= .metadata.generation) as $seen
  | (.spec.replicas // 1) as $wanted
  | (.status.updatedReplicas // 0) as $updated
  | (.status.availableReplicas // 0) as $available
  | {
      state: (
        if $seen | not then "going"
        elif (condition("Progressing") | .reason) == "ProgressDeadlineExceeded" then "failed"
        elif $updated >= $wanted and $available >= $wanted and (.status.replicas // 0) == $updated then "done"
        else "going" end
      ),
      traffic: null,
      message: "\($updated) of \($wanted) pods are new, \($available) are available"
    }
end)
| .state, .traffic // "", (.message | gsub("\\s+"; " "))
