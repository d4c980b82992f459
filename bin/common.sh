# What the scripts beside it share; sourced by them, not run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$root/target/sekisho.jar
unpacked=$root/target/unpacked
me=bin/$(basename "$0")

fail() {
  echo "$me: $1" >&2
  exit 1
}

# sets java to a Java that can run the product
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java || true)
  fi
  [ -n "$java" ] && [ -x "$java" ] || fail "no Java found; install a JDK of version 17 or newer, or set JAVA_HOME"
  major=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${major:-0}" -ge 17 ] || fail "this Java is version ${major:-unknown}; Sekisho needs a JDK of version 17 or newer"
}

# unpacks the jar, because classes load faster from many small ones, and sets archive to the file in which a Java of this
# version keeps loaded classes for its next start; a node leaves it behind when it ends
unpack() {
  # the jar bears the moment of its release, whenever it was built: what counts is when it was put there
  if [ -z "$(find "$unpacked" -maxdepth 0 -newermc "$jar" 2>/dev/null)" ]; then
    rm -rf "$unpacked"
    "$java" -Djarmode=tools -jar "$jar" extract --destination "$unpacked" >/dev/null || fail "cannot unpack $jar"
    touch "$unpacked"
  fi
  archive=$unpacked/classes-$major.jsa
}

# builds the jar where there is none, or where the sources beside it are newer; tells so on standard error
build_if_needed() {
  if [ -e "$jar" ] && [ ! -e "$root/pom.xml" ]; then
    return
  fi
  if [ -e "$jar" ] && [ -z "$(cd "$root" && find pom.xml src/main processes forms -type f -newermc "$jar" \
    -not -path 'src/main/frontend/generated/*' -print -quit)" ]; then
    return
  fi
  command -v "$(dirname "$java")/javac" >/dev/null 2>&1 || command -v javac >/dev/null 2>&1 ||
    fail "this Java cannot compile; install a JDK (not only a runtime) of version 17 or newer"
  echo "Building (the first time takes some minutes) …" >&2
  (cd "$root" && ./mvnw -B -q package -DskipTests) >&2 || fail "the build failed; what went wrong stands above"
}
