#include <math.h>
#include "timing.h"

static double element(long i, long j) { return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1); }

static void multiply(const double *vector, double *result, long n) {
    for (long i = 0; i < n; i++) {
        double total = 0.0;
        for (long j = 0; j < n; j++)
            total += element(i, j) * vector[j];
        result[i] = total;
    }
}

static void multiply_transposed(const double *vector, double *result, long n) {
    for (long i = 0; i < n; i++) {
        double total = 0.0;
        for (long j = 0; j < n; j++)
            total += element(j, i) * vector[j];
        result[i] = total;
    }
}

static void run(long n) {
    double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v), *between = malloc(n * sizeof *between);
    for (long i = 0; i < n; i++)
        u[i] = 1.0;
    for (int round = 0; round < 10; round++) {
        multiply(u, between, n);
        multiply_transposed(between, v, n);
        multiply(v, between, n);
        multiply_transposed(between, u, n);
    }
    double above = 0.0, below = 0.0;
    for (long i = 0; i < n; i++) {
        above += u[i] * v[i];
        below += v[i] * v[i];
    }
    printf("%.9f\n", sqrt(above / below));
}
