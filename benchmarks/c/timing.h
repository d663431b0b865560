/* Shared by the C rivals: argument, clock, and the time of the work on stderr. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void run(long n);

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 1;
    double started = now();
    run(n);
    double elapsed = now() - started;
    fprintf(stderr, "%.9f\n", elapsed);
    return 0;
}
