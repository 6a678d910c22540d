import {
  DEFAULT_NAMESPACE,
  getEntitySourceLocation,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** Where the portal's backend is reached from a pipeline. */
const PORTAL = '$PORTAL_URL';

/** `owner/name` of the repository that the entity lies in, if it is known. */
function repositoryOf(entity: Entity): string | undefined {
  try {
    const { target } = getEntitySourceLocation(entity);
    return new URL(target).pathname.split('/').slice(1, 3).join('/');
  } catch {
    return undefined;
  }
}

/** The names under which tools know a service, as catalog-info.yaml says them. */
export function firstAnnotations(entity: Entity): string {
  const { name } = entity.metadata;
  return `metadata:
  annotations:
    github.com/project-slug: ${repositoryOf(entity) ?? `your-org/${name}`}
    backstage.io/kubernetes-id: ${name}
`;
}

/** Reports a deployment as a CDEvent; for any pipeline that has curl. */
export function firstEventCommand(entity: Entity): string {
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  const image = namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
  const now = '$(date -u +%Y-%m-%dT%H:%M:%SZ)';
  return `curl -f "${PORTAL}/api/stability/events" \\
  -H "authorization: Bearer $TOKEN" \\
  -H "content-type: application/cloudevents+json" \\
  -d @- <<EOF
{ "specversion": "1.0", "id": "$BUILD_ID",
  "source": "https://ci.example.com/${name}",
  "type": "dev.cdevents.service.deployed.0.3.0",
  "subject": "${stringifyEntityRef(entity)}", "time": "${now}",
  "datacontenttype": "application/json",
  "data": {
    "context": { "specversion": "0.5.1", "id": "$BUILD_ID",
      "source": "https://ci.example.com/${name}",
      "type": "dev.cdevents.service.deployed.0.3.0",
      "timestamp": "${now}" },
    "subject": { "id": "${stringifyEntityRef(entity)}", "content": {
      "environment": { "id": "production" },
      "artifactId": "pkg:oci/${image}@$VERSION" } } } }
EOF
`;
}
