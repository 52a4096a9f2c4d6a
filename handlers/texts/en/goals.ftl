# The goal of a petition, for coordinators.

goals-set = The goal of { $code } is now { $goal }. Everybody sees it from this moment on.
goals-reached-already = { $code } has { $goal } signatures or more already, so that would be no goal. Nothing was changed.
goals-no-number = Please write the goal as a number, such as <code>/goal { $code } 5000</code>. Nothing was changed.
goals-not-open = { $code } does not take signatures now, so its goal stays as it is. Before the sending, the goal is what the sheet says.
goals-none = { $code } does not ask for signatures, so it has no goal.
goals-milestones = <b>Milestones</b>
goals-milestone = { $percent }% of { $goal }: { $day }, with { $total }
goals-history = <b>Goals so far</b>
goals-one-set = { $goal }, set by { $who } on { $day }
goals-one-of-sheet = { $goal }, on the sheet
goals-how = Another goal: <code>/goal { $code } NUMBER</code>
