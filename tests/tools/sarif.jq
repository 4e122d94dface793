# What SARIF 2.1.0 and GitHub ask of a log, for the parts that kengesh uses:
# jq -e -f sarif.jq LOG is true, or says what is wrong.
def must(cond; $what): if cond then . else error($what) end;
def only($names): keys - $names == [];

must(.version == "2.1.0"; "version")
| must(."$schema" | endswith("sarif-2.1.0.json"); "$schema")
| must(only(["$schema", "version", "runs"]); "a property that a log has not")
| must(.runs | length == 1; "one run")
| .runs[0]
| must(only(["tool", "taxonomies", "columnKind", "originalUriBaseIds",
	"invocations", "results"]); "a property that a run has not")
| must(.tool.driver.name | type == "string"; "driver.name")
| must(.columnKind == "unicodeCodePoints"; "columnKind, 3.14.27")
| must(.originalUriBaseIds.SRCROOT; "originalUriBaseIds.SRCROOT")
| must(.invocations[0] | (.executionSuccessful | type == "boolean")
	and (.exitCode | type == "number"); "invocations")
| .tool.driver.rules as $rules
| .taxonomies as $taxonomies

# A clause is named by its id and the number of its taxonomy.
| def cited: . as $c | $taxonomies[.toolComponent.index]
	| .name == $c.toolComponent.name and any(.taxa[]; .id == $c.id);

must(all($taxonomies[]; (.name | type == "string")
	and ([.taxa[].id] | length == (unique | length))); "taxa")
| must([$rules[].id] | length == (unique | length); "rules, each once")
| must(all($rules[]; (.id | test("^K[0-9]{3}$"))
	and (.name | test("^[a-z0-9-]+$"))
	and (.shortDescription.text | length > 0)
	and (.defaultConfiguration.level | IN("note", "warning", "error"))
	and only(["id", "name", "shortDescription", "help",
		"defaultConfiguration", "relationships"])
	and all(.relationships[]?; (.target | cited)
		and .kinds == ["relevant"])); "a rule")

# A place: a relative URI of ASCII, lines and columns from 1, the end behind
# the start.
| def place: .physicalLocation
	| (.artifactLocation
		| (.uri | test("^([A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"))
		and (.uri | startswith("/") | not)
		and .uriBaseId == "SRCROOT")
	and (.region
		| .startLine >= 1 and .startColumn >= 1
		and .endLine >= .startLine
		and (.endLine > .startLine or .endColumn >= .startColumn)
		and (.snippet | . == null or (.text | length > 0)));

must(all(.results[]; only(["ruleId", "ruleIndex", "level", "message",
	"locations", "relatedLocations", "taxa", "partialFingerprints",
	"suppressions"])); "a property that a result has not")
| must(all(.results[]; .ruleId == $rules[.ruleIndex].id); "ruleIndex")
| must(all(.results[]; .level | IN("note", "warning", "error")); "level")
| must(all(.results[]; .message.text | length > 0); "message")
| must(all(.results[]; (.locations | length == 1)
	and all(.locations[]; place)
	and all(.relatedLocations[]?; place)); "a place")
| must(all(.results[].taxa[]?; cited); "taxa of a result")
| must([.results[].partialFingerprints["kengeshFinding/v1"]]
	| all(test("^[0-9a-f]{16}$")) and length == (unique | length);
	"partialFingerprints")
# All results have suppressions or none has: 3.27.23.
| must(all(.results[]; (.suppressions | type == "array")
	and all(.suppressions[]; .kind == "external"
		and .status == "accepted"
		and (.justification | length > 0)
		and only(["kind", "status", "justification"])));
	"suppressions")
| true
