# ./dev package: read by ./dev, whose functions it uses.
# The compiler stands for the JDK that Quarkus's own default names; Red Hat's base image has the C
# library of Amazon Linux 2023 (2.34).
builder_image=${DINGLEDGER_BUILDER_IMAGE:-quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25}
least_native=25
packaged_modules=functions/intake,functions/translate,functions/post,functions/retry,functions/patrol,infra/runtime

package_usage() {
  cat <<TEXT
./dev package [--native] [--arch arm64|x86_64]
  为每个函数生成 functions/*/target/function.zip；不加 --native 为 JVM 包(java21)。
  --native 用容器(docker 或 podman)编译；设了 GRAALVM_HOME 则用它的 native-image(须 $least_native)。
  --arch   处理器，默认为本机；另一种处理器只能在能运行它的容器里编译。
  Makes functions/*/target/function.zip of each function; classes for java21 without --native.
  --native compiles in a container (docker or podman), or by the native-image of GRAALVM_HOME when
           that is set (version $least_native).
  --arch   the processor, this machine's by default; another one needs containers that can run it.
环境变量 / environment: GRAALVM_HOME, DINGLEDGER_BUILDER_IMAGE ($builder_image)
TEXT
}

# Says a code with its cure in both languages and ends.
refuse() {
  printf '%s %s\n%s %s\n' "$1" "$2" "$1" "$3" >&2
  exit 3
}

processor_here() {
  case "${DINGLEDGER_PROCESSOR:-$(uname -m)}" in
    x86_64 | amd64) echo x86_64 ;;
    aarch64 | arm64) echo arm64 ;;
    *) uname -m ;;
  esac
}

# The major version of Java that a native-image compiles for; empty when it does not say.
native_version() {
  "$1" --version 2>/dev/null | sed -n 's/^native-image \([0-9][0-9]*\).*/\1/p' | head -n 1
}

local_compiler() {
  compiler="$GRAALVM_HOME/bin/native-image"
  [ -x "$compiler" ] || refuse DEV-NO-NATIVE-IMAGE \
    "GRAALVM_HOME ($GRAALVM_HOME) 里没有 bin/native-image。请指向 Mandrel 或 GraalVM $least_native，或取消该变量以用容器编译。" \
    "There is no bin/native-image in GRAALVM_HOME ($GRAALVM_HOME). Point it to Mandrel or GraalVM $least_native, or unset it to compile in a container."
  version=$(native_version "$compiler")
  [ "$version" = "$least_native" ] || refuse DEV-NATIVE-IMAGE-VERSION \
    "$compiler 的版本是 ${version:-未知}，需要 $least_native。" \
    "$compiler is of version ${version:-unknown}; $least_native is needed."
  [ "$arch" = "$here_arch" ] || refuse DEV-ARCH-ELSEWHERE \
    "本机 native-image 只能为 $here_arch 编译，不能为 $arch。请取消 GRAALVM_HOME 并用容器，或在 $arch 的机器上编译。" \
    "The native-image of this machine compiles for $here_arch only, not for $arch. Unset GRAALVM_HOME and use a container, or compile on a machine of $arch."
}

container_engine() {
  for engine in ${DINGLEDGER_ENGINES:-docker podman}; do
    if command -v "$engine" >/dev/null 2>&1 && "$engine" info >/dev/null 2>&1; then
      echo "$engine"
      return
    fi
  done
}

native_options() {
  here_arch=$(processor_here)
  arch=${arch:-$here_arch}
  if [ -n "${GRAALVM_HOME:-}" ]; then
    local_compiler
    set -- -Dnative
  else
    engine=$(container_engine)
    [ -n "$engine" ] || refuse DEV-NO-NATIVE-IMAGE \
      "既没有可用的 docker 或 podman，也没有设置 GRAALVM_HOME。请安装其一；JVM 包不需要它们：./dev package。" \
      "Neither docker nor podman works here, and GRAALVM_HOME is not set. Install one of them; packages of classes need none: ./dev package."
    platform=linux/amd64
    [ "$arch" = arm64 ] && platform=linux/arm64
    set -- -Dnative -Dquarkus.native.container-build=true \
      "-Dquarkus.native.container-runtime=$engine" "-Dquarkus.native.builder-image=$builder_image" \
      "-Dquarkus.native.container-runtime-options=--platform=$platform"
  fi
  native_settings="$*"
}

package() {
  native=no
  arch=
  while [ $# -gt 0 ]; do
    case "$1" in
      --native) native=yes ;;
      --arch=*) arch=${1#*=} ;;
      --arch)
        arch=${2:-}
        [ $# -gt 1 ] && shift
        ;;
      -h | --help)
        package_usage
        exit 0
        ;;
      *) break ;;
    esac
    case "$arch" in
      "" | arm64 | x86_64) ;;
      *)
        echo "DEV-ARCH-UNKNOWN 处理器只能是 arm64 或 x86_64，而不是 $arch" >&2
        echo "DEV-ARCH-UNKNOWN the processor is arm64 or x86_64, not $arch" >&2
        exit 2
        ;;
    esac
    shift
  done
  native_settings=
  [ "$native" = yes ] && native_options
  need_jdk
  # shellcheck disable=SC2086
  maven -q -DskipTests -pl "$packaged_modules" -am $native_settings package "$@" || {
    echo "DEV-BUILD-FAILED 打包失败，详见上文 / packaging failed, see above" >&2
    exit 4
  }
  "$JAVA_HOME/bin/java" -cp "$root/infra/runtime/target/dingledger-runtime.jar:$root/shared/model/target/classes" \
    io.dingledger.runtime.PackageMain "$root"
}
